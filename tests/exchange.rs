//! Model test of the attempt loop: every sequence of events up to a length, for each retry policy, is checked against
//! the invariants. Runs as wasm in Node, since a response is a host value.
#![cfg(target_arch = "wasm32")]
// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)]
#![allow(clippy::disallowed_macros)]

use std::rc::Rc;

use js_sys::{Function, Reflect};
use synthflow_wasm::http::build::{self, Request};
use synthflow_wasm::http::exchange::{Action, Event, Exchange};
use synthflow_wasm::http::redirect::other_form;
use synthflow_wasm::schema::table;
use synthflow_wasm::settings::config::Config;
use synthflow_wasm::{ApiKey, ClientOptions, Error, ErrorKind, LogLevel, Outcome, RequestOptions};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

/// The maximum number of events in a sequence, and the number of retries: sequences end by themselves.
const LENGTH: usize = 6;

fn script(body: &str) -> JsValue {
    Function::new_no_args(body).call0(&JsValue::UNDEFINED).unwrap()
}

/// The possible results of an action. `harmless`: the API has definitely done nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Happening {
    Key,
    KeyThrew,
    NoKey,
    Good,
    Nothing,
    Unreadable,
    Redirect,
    RedirectSlash,
    RedirectSeeOther,
    RedirectHidden,
    Refused,
    LimitedByApi,
    LimitedByProxy,
    LimitedForAnHour,
    Unavailable,
    Odd,
    Threw,
    NeverConnected,
    Broke,
    Time,
    Abort,
    Ready,
}

use Happening::*;

const AFTER_KEY: &[Happening] = &[Key, KeyThrew, NoKey, Time, Abort];
const AFTER_SEND: &[Happening] = &[
    Good,
    Nothing,
    Unreadable,
    Redirect,
    RedirectSlash,
    RedirectSeeOther,
    RedirectHidden,
    Refused,
    LimitedByApi,
    LimitedByProxy,
    LimitedForAnHour,
    Unavailable,
    Odd,
    Threw,
    NeverConnected,
    Broke,
    Time,
    Abort,
];
const AFTER_SLEEP: &[Happening] = &[Ready, Abort];

impl Happening {
    /// `other` is the other slash form of the URL of the attempt.
    fn event(self, other: &str) -> Event {
        let reply = |status: u16, body: &str, retry_after: &str| {
            let location =
                if matches!(self, RedirectSlash | RedirectSeeOther) { other } else { "/elsewhere" };
            let headers = format!(
                "{{ get: (name) => ({{ 'retry-after': {retry_after}, location: '{location}' }})[name] ?? null }}"
            );
            let response = script(&format!("return {{ status: {status}, headers: {headers} }}"));
            Event::Reply(response, JsValue::from_str(body))
        };
        match self {
            Key => Event::Key(Ok("key".into())),
            KeyThrew => Event::Key(Err("no".into())),
            NoKey => Event::Key(Ok(5.into())),
            Good => reply(200, r#"{"call_id": "c", "assistants": []}"#, "null"),
            Nothing => reply(200, "null", "null"),
            Unreadable => reply(200, "<html>", "null"),
            Redirect => reply(302, "", "null"),
            RedirectSlash => reply(308, "", "null"),
            RedirectSeeOther => reply(303, "", "null"),
            RedirectHidden => {
                Event::Reply(script("return { type: 'opaqueredirect', status: 0 }"), JsValue::from_str(""))
            }
            Refused => reply(403, r#"{"detail": "no"}"#, "null"),
            LimitedByApi => reply(429, r#"{"detail": "slow down"}"#, "'0'"),
            LimitedByProxy => reply(429, "<html>", "null"),
            LimitedForAnHour => reply(429, r#"{"detail": "slow down"}"#, "'3600'"),
            Unavailable => reply(503, "{}", "null"),
            Odd => Event::Reply(JsValue::from(5), JsValue::NULL),
            Threw => Event::Threw(script("return new TypeError('fetch failed')")),
            NeverConnected => {
                // Is proof only if the host's own fetch throws it, as it does here.
                let cause = "Object.assign(new Error('no'), { code: 'ECONNREFUSED', port: 443 })";
                Event::Threw(script(&format!("return new TypeError('fetch failed', {{ cause: {cause} }})")))
            }
            Broke => Event::Broke(script("return new TypeError('terminated')")),
            Time => Event::Time,
            Abort => Event::Abort,
            Ready => Event::Ready,
        }
    }

    /// Whether the request definitely had no effect, if this is the result of sending it.
    fn is_harmless(self) -> bool {
        matches!(self, Refused | LimitedByApi | LimitedForAnHour | NeverConnected | RedirectSlash)
    }
}

struct World {
    config: Rc<Config>,
    operation: &'static str,
    non_idempotent: bool,
}

impl World {
    fn exchange(&self) -> Exchange {
        let table = table::requests();
        let operation = table.operation(self.operation).unwrap();
        let options = RequestOptions::default();
        let params = match self.operation {
            "calls.create" => script("return { model_id: 'm', name: 'Sam', phone: '+14155550100' }"),
            "agents.update" => script("return { name: 'B' }"),
            _ => JsValue::UNDEFINED,
        };
        let ids = if self.operation == "agents.update" { vec!["m"] } else { Vec::new() };
        let request: Request = build::build(&self.config, table, operation, &ids, &params, &options)
            .unwrap_or_else(|_: Error| panic!());
        Exchange::new(Rc::clone(&self.config), request, options)
    }

    /// Runs a sequence from the beginning; returns the next action, the number of deliveries, and the events that were
    /// results of sending.
    fn run(&self, events: &[Happening]) -> (Action, Vec<Happening>) {
        let mut exchange = self.exchange();
        let mut action = exchange.next(Event::Ready);
        let mut sent = Vec::new();
        let mut other = String::new();
        for event in events {
            if let Action::Send(attempt, _) = &action {
                sent.push(*event);
                let url = Reflect::get(attempt, &"url".into()).unwrap().as_string().unwrap();
                // After a redirect, the form that was redirected is the other one.
                other = other_form(&url);
            }
            action = exchange.next(event.event(&other));
        }
        (action, sent)
    }

    /// Whether a redirect is followed, if it is the first one.
    fn follows(&self, event: Happening) -> bool {
        event == RedirectSlash || event == RedirectHidden && !self.non_idempotent
    }

    /// Walks all continuations of a sequence; returns the number of complete ones.
    fn walk(&self, events: &mut Vec<Happening>) -> usize {
        let (action, sent) = self.run(events);
        let what = format!("{}: {events:?}", self.operation);
        // The first redirect to the other slash form is followed, and no second one; nor is any other redirect.
        if let Some((last, before)) = sent.split_last().filter(|(last, _)| Some(*last) == events.last()) {
            let follows = self.follows(*last) && !before.iter().any(|event| self.follows(*event));
            let is_redirect = matches!(last, Redirect | RedirectSlash | RedirectSeeOther | RedirectHidden);
            let goes_on = matches!(action, Action::Send(..) | Action::Key(..));
            assert_eq!(is_redirect && goes_on, follows, "{what}: {sent:?}");
        }
        let choices = match &action {
            Action::Done(_) => {
                assert_eq!(sent.last(), events.last(), "{what}: done without a response");
                return 1;
            }
            Action::Fail(error) => {
                self.check_failure(error, &sent, events, &what);
                return 1;
            }
            Action::Key(..) => AFTER_KEY,
            Action::Sleep(time) => {
                assert!(*time >= 50.0 && *time <= 8_000.0, "{what}: sleeps for {time} ms");
                AFTER_SLEEP
            }
            Action::Send(..) => {
                // Delivered at most once, unless every earlier attempt definitely had no effect.
                if self.non_idempotent {
                    assert!(
                        sent.iter().all(|event| event.is_harmless()),
                        "{what}: delivered again after {sent:?}"
                    );
                }
                AFTER_SEND
            }
        };
        if events.len() == LENGTH {
            return 0;
        }
        let mut count = 0;
        for next in choices {
            events.push(*next);
            count += self.walk(events);
            events.pop();
        }
        count
    }

    fn check_failure(&self, error: &Error, sent: &[Happening], events: &[Happening], what: &str) {
        // The outcome is the worst of the attempts.
        let followed = sent.iter().position(|event| self.follows(*event));
        let worst = sent.iter().enumerate().map(|(index, event)| match event {
            NeverConnected => Outcome::NotSent,
            // A read has no effect that a hidden redirect could have had.
            RedirectHidden if followed == Some(index) && self.operation == "agents.list" => Outcome::Refused,
            event if event.is_harmless() => Outcome::Refused,
            _ => Outcome::Unknown,
        });
        let expected = worst.max().unwrap_or(Outcome::NotSent);
        assert_eq!(error.outcome(), expected, "{what}");
        let keys = events.iter().filter(|event| matches!(event, Key | KeyThrew | NoKey)).count();
        assert!(error.attempts() as usize >= sent.len(), "{what}: {} attempts", error.attempts());
        let most = if followed.is_some() { 4 } else { 3 };
        assert!(error.attempts() <= most, "{what}: {} attempts with 2 retries", error.attempts());
        assert!(keys == 0 || keys <= error.attempts() as usize, "{what}");
        if events.last() == Some(&Abort) {
            assert_eq!(error.kind(), ErrorKind::Abort, "{what}");
        }
    }
}

fn config(api_key: ApiKey) -> Rc<Config> {
    let options = ClientOptions::new(api_key).log_level(LogLevel::Off);
    Rc::new(Config::new(options).unwrap())
}

fn walk_all(api_key: &ApiKey) {
    for (operation, non_idempotent) in
        [("calls.create", true), ("agents.update", false), ("agents.list", false)]
    {
        let world = World { config: config(api_key.clone()), operation, non_idempotent };
        let count = world.walk(&mut Vec::new());
        assert!(count > 30, "{operation}: only {count} sequences");
    }
}

#[wasm_bindgen_test]
fn every_sequence_of_events_keeps_the_rules() {
    walk_all(&ApiKey::Text("test".to_owned()));
}

#[wasm_bindgen_test]
fn every_sequence_of_events_keeps_the_rules_with_a_key_function() {
    walk_all(&ApiKey::Provider(script("return () => 'key'").unchecked_into()));
}

/// Whatever events a driver passes, in whatever order, the exchange ends or returns an action: it never panics.
#[wasm_bindgen_test]
fn unexpected_events_never_panic() {
    let world = World {
        config: config(ApiKey::Text("test".to_owned())),
        operation: "calls.create",
        non_idempotent: true,
    };
    let all: Vec<Happening> = AFTER_KEY.iter().chain(AFTER_SEND).chain(AFTER_SLEEP).copied().collect();
    for first in &all {
        for second in &all {
            for third in &all {
                let mut exchange = world.exchange();
                for event in [first, second, third] {
                    exchange.next(event.event("/v2/calls/"));
                }
            }
        }
    }
}
