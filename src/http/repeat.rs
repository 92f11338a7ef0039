//! The attempt loop: what may be sent again, and when.

use wasm_bindgen::JsValue;

use super::build::Request;
use super::decode;
pub use super::decode::Answer;
use super::error::{Error, ErrorKind, Outcome};
use super::race::{Deadline, Stop};
use super::{backoff, failure, host, send};
use crate::client::config::Config;
use crate::client::options::RequestOptions;

/// The repeat class of a phone call, a message, a creation.
const NEVER_BLIND: u8 = 2;

/// Sends a request until an answer comes or it must not be sent again.
pub async fn run(
    config: &Config,
    request: &Request,
    options: &RequestOptions,
    context: &JsValue,
) -> Result<Answer, Error> {
    let most = options.max_retries.unwrap_or(config.max_retries);
    let mut worst = Outcome::NotSent;
    let mut attempts: u32 = 0;
    loop {
        attempts = attempts.saturating_add(1);
        let start = host::now();
        let result = match send::send(config, request, options, context).await {
            Ok(reply) if reply.status < 300 => decode::answer(config, request, reply),
            Ok(reply) => Err(failure::status(config, reply)),
            Err(error) => Err(error),
        };
        let took = host::now() - start;
        log_attempt(config, request, attempts, took, &result);
        let mut error = match result {
            Ok(answer) => return Ok(answer),
            Err(error) => error,
        };
        worst = worst.max(error.outcome);
        error.outcome = worst;
        error.attempts = attempts;
        if attempts > most || !may_repeat(request.operation.repeat, &error) {
            return Err(failure::finish(request, error));
        }
        let wait = error.retry_after.unwrap_or_else(|| backoff::delay(attempts));
        if wait > config.max_retry_after {
            return Err(failure::finish(request, failure::too_long(error, wait)));
        }
        config.log(3, &[request.operation.name, ": again in ", &host::show(wait.round()), " ms"].concat());
        if Deadline::new(wait, &options.signal).pass().await == Stop::Abort {
            let mut abort = failure::abort(&options.signal, false).ended(worst);
            abort.attempts = attempts;
            return Err(failure::finish(request, abort));
        }
    }
}

/// Whether another attempt may be made: the error must be one that passes, and where repeating
/// would do harm, every attempt so far must surely have had no effect.
fn may_repeat(repeat: u8, error: &Error) -> bool {
    let passes = match error.kind {
        ErrorKind::Connection | ErrorKind::Timeout | ErrorKind::Response => true,
        ErrorKind::Api => matches!(error.status, 408 | 429 | 500 | 502 | 503 | 504),
        ErrorKind::Synthflow | ErrorKind::Validation | ErrorKind::Abort => false,
    };
    passes && (repeat != NEVER_BLIND || error.outcome != Outcome::Unknown)
}

/// The path goes into the log with its `{names}`: ids and phone numbers stay out.
fn log_attempt(config: &Config, request: &Request, attempts: u32, took: f64, result: &Result<Answer, Error>) {
    if config.log_level < 4 {
        return;
    }
    let operation = &request.operation;
    let end = match result {
        Ok(answer) => answer.status.to_string(),
        Err(error) if error.status != 0 => error.status.to_string(),
        Err(error) => error.kind.class().to_owned(),
    };
    let parts = [
        operation.name,
        ": ",
        operation.http,
        " ",
        &operation.path,
        ", attempt ",
        &attempts.to_string(),
        ": ",
        &end,
        " after ",
        &host::show(took.round()),
        " ms",
    ];
    config.log(4, &parts.concat());
}
