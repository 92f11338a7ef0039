//! One attempt: the key, `fetch`, the body, all under one deadline.

use js_sys::Promise;
use wasm_bindgen::JsValue;

use super::build::Request;
use super::error::Error;
use super::host::{self, AbortController};
use super::race::{Deadline, Stop};
use super::{failure, url};
use crate::client::config::{self, Config};
use crate::client::options::{ApiKey, RequestOptions};

/// What came back.
pub struct Reply {
    /// The status.
    pub status: u16,
    /// The host's response object.
    pub response: JsValue,
    /// The body, as text of the host's; undefined where the caller reads it.
    pub text: JsValue,
}

/// Makes one attempt.
pub async fn send(
    config: &Config,
    request: &Request,
    options: &RequestOptions,
    context: &JsValue,
) -> Result<Reply, Error> {
    let time = options.timeout.unwrap_or(config.timeout);
    let deadline = Deadline::new(time, &options.signal);
    let attempt = Attempt { config, request, options, deadline, time };
    // Nothing has left as long as the key is not there.
    let headers = attempt.headers().await?;
    let controller = AbortController::new();
    let init = host::object();
    host::set(&init, "method", &request.operation.http.into());
    host::set(&init, "headers", &headers);
    if let Some(body) = &request.body {
        host::set(&init, "body", body);
    }
    host::set(&init, "signal", &controller.signal());
    // A redirect that is followed by itself may carry the key and the body to another origin.
    host::set(&init, "redirect", &"manual".into());
    let reply = attempt.exchange(&init, context).await;
    if reply.is_err() {
        // Frees the connection of an answer nobody waits for any more.
        controller.abort();
    }
    reply
}

struct Attempt<'a> {
    config: &'a Config,
    request: &'a Request,
    options: &'a RequestOptions,
    deadline: Deadline,
    time: f64,
}

impl Attempt<'_> {
    fn stopped(&self, stop: Stop, sent: bool) -> Error {
        match stop {
            Stop::Time => failure::timeout(self.time, sent),
            Stop::Abort => failure::abort(&self.options.signal, sent),
        }
    }

    async fn key(&self) -> Result<Option<String>, Error> {
        let provider = match &self.config.api_key {
            ApiKey::None => return Ok(None),
            ApiKey::Text(key) => return Ok(Some(key.clone())),
            ApiKey::Provider(provider) => provider,
        };
        let failed = |thrown: JsValue| {
            let message = ["the apiKey function failed: ", &host::words(&thrown), "; nothing was sent"];
            Error::usage(message.concat()).because(thrown)
        };
        let promise = provider.call0(&JsValue::UNDEFINED).map_err(failed)?;
        let answer = self.deadline.race(Promise::resolve(&promise)).await;
        let key = answer.map_err(|stop| self.stopped(stop, false))?.map_err(failed)?;
        match key.as_string() {
            Some(key) => config::check_key(&key).map(|()| Some(key)),
            None => Err(Error::usage("the apiKey function did not answer with a string; nothing was sent")),
        }
    }

    /// Ours first, the client's over them, the request's last.
    async fn headers(&self) -> Result<JsValue, Error> {
        let mut headers = vec![("accept".to_owned(), "application/json".to_owned())];
        if self.request.body.is_some() {
            headers.push(("content-type".to_owned(), "application/json".to_owned()));
        }
        if let Some(key) = self.key().await? {
            headers.push(("authorization".to_owned(), ["Bearer ", &key].concat()));
        }
        let object = host::object();
        for (name, value) in headers.iter().chain(&self.config.headers).chain(&self.options.headers) {
            host::set(&object, &name.to_ascii_lowercase(), &JsValue::from_str(value));
        }
        Ok(object)
    }

    async fn exchange(&self, init: &JsValue, context: &JsValue) -> Result<Reply, Error> {
        let fetch = self.config.fetch()?;
        let promise = host::call_fetch(&fetch, &self.request.url, init).map_err(failure::connection)?;
        let response = self.wait(promise).await?;
        let status = host::get(&response, "status").as_f64().unwrap_or_default();
        // A browser shows nothing of a redirect it did not follow: status 0.
        let opaque = host::get(&response, "type").as_string().is_some_and(|kind| kind == "opaqueredirect");
        if opaque || (300.0..400.0).contains(&status) {
            return Err(failure::redirect(&response, status));
        }
        if !(200.0..600.0).contains(&status) {
            return Err(failure::not_a_response(&response));
        }
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let status = status as u16;
        let good = status < 300;
        if good && host::get(context, "raw").is_truthy() {
            return Ok(Reply { status, response, text: JsValue::UNDEFINED });
        }
        let Some(read) = host::method(&response, "text") else {
            return Err(failure::not_a_response(&response));
        };
        let promise = read.call0(&response).map_err(failure::connection)?;
        let text = self.wait(Promise::resolve(&promise)).await?;
        Ok(Reply { status, response, text })
    }

    async fn wait(&self, promise: Promise) -> Result<JsValue, Error> {
        let answer = self.deadline.race(promise).await;
        answer.map_err(|stop| self.stopped(stop, true))?.map_err(failure::connection)
    }
}

/// A header of a response, read the way mocks have it too.
pub fn header(response: &JsValue, name: &str) -> Option<String> {
    let headers = host::get(response, "headers");
    let value = match host::method(&headers, "get") {
        Some(get) => get.call1(&headers, &JsValue::from_str(name)).ok()?,
        None => host::get(&headers, name),
    };
    value.as_string().filter(|value| url::header(name, value).is_ok())
}
