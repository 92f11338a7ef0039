//! Looks for a call whose response was lost, for Rust users, as `pkg-template/src/placed.js` does.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::page;
use super::race::{Deadline, Stop};
use super::request::Plan;
use super::typed;
use crate::error::{Error, ErrorKind, Outcome};
use crate::host;
use crate::http::placed::{Search, search_continues_after, unique};
use crate::http::wait;
use crate::text;

/// How long a list may be read on after the timeout, in milliseconds: one that goes on is no list of one person's calls.
const READ_ON_MS: f64 = 60_000.0;

/// Sends a list until calls of it may be the one that is looked for, pausing for the `interval`; none if there are none at the
/// first list after the `timeout`. Also whether it is certain that it is the one.
pub(crate) async fn find_placed<T: DeserializeOwned>(
    mut list: Plan,
    search: &Search,
    interval: f64,
    timeout: f64,
) -> Result<(Vec<T>, bool), Error> {
    let signal = list.transport.options.signal.clone();
    // This loop retries, by its own clock.
    list.transport.options.max_retries = Some(0);
    let end = host::now() + timeout;
    loop {
        let is_last = host::now() >= end;
        match rows(&list, end + READ_ON_MS).await {
            Ok((rows, is_whole)) => {
                let (calls, is_one) = search.candidates(rows, host::parse_date);
                // The one that is missing may be it.
                if is_last && calls.is_empty() && !is_whole {
                    return Err(no_answer("the list has fewer calls than it says there are"));
                }
                if is_last || !calls.is_empty() {
                    // One that is missing may be it, too.
                    let is_certain = is_whole && is_one;
                    let calls = calls.iter().map(typed::item).collect::<Result<_, _>>()?;
                    return Ok((calls, is_certain));
                }
            }
            Err(error) if is_last || !search_continues_after(&error) => return Err(error),
            Err(_) => {}
        }
        let pause = interval.min(end - host::now()).max(1.0);
        if Deadline::new(pause, &signal).pass().await == Stop::Abort {
            return Err(wait::aborted("call", &signal));
        }
    }
}

/// All rows of a list, each id once, and whether these are as many as the page says that has most. A response without a list
/// says nothing of a call.
async fn rows(list: &Plan, latest: f64) -> Result<(Vec<Value>, bool), Error> {
    let mut rows = Vec::new();
    let mut total = 0.0;
    let mut page = page::load::<Value>(list.clone()).await?.0;
    loop {
        if !page.has_list {
            return Err(no_answer("the response has no list of calls"));
        }
        rows.append(&mut page.data);
        total = page.total.unwrap_or_default().max(total);
        if page.has_next() && host::now() >= latest {
            return Err(Error::usage("calls.find_placed: too many calls; pass until"));
        }
        match page.next().await? {
            Some(next) => page = next,
            None => {
                let rows = unique(rows);
                // The last page may say that there are more.
                let is_whole = !page.is_more && rows.len() as f64 >= total;
                return Ok((rows, is_whole));
            }
        }
    }
}

fn no_answer(message: &str) -> Error {
    let message = text::concat(&["calls.find_placed: ", message]);
    let mut error = Error::new(ErrorKind::Response, message).with_outcome(Outcome::Unknown);
    error.0.attempts = 1;
    error
}
