//! Validating params without sending anything, for Rust users on every target.

use serde::Serialize;

use super::build;
use crate::error::{Error, Issue};
#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
use crate::host;
use crate::host::Encoded;
use crate::schema::naming::{camel, snake};
use crate::schema::table;
use crate::text;

/// The issues of an operation's params, such as `"calls.create"`, without sending anything.
///
/// Fields in `extra` are accepted, unless they are known to be meant for another field or another request, such as
/// `scheduled_time` of a call, which is placed at once; in an update, a response may have brought other names. Where there is
/// no host to ask for it (outside wasm32-unknown-unknown), every time zone of the form `Area/Place` is accepted.
///
/// ```
/// use synthflow_wasm::resources::calls::CreateCall;
/// use synthflow_wasm::validate;
///
/// let call = CreateCall::new().model_id("your-agent-id").name("Ada").phone("555 0123");
/// let issues = validate("calls.create", &call)?;
/// assert_eq!(issues.len(), 1);
/// assert_eq!(issues[0].path, "phone");
/// # Ok::<(), synthflow_wasm::Error>(())
/// ```
///
/// # Errors
/// Where there is no operation of this name, or it has no params; or where the params have no form in JSON.
pub fn validate(operation: &str, params: &impl Serialize) -> Result<Vec<Issue>, Error> {
    let table = table::requests();
    let name = if cfg!(feature = "package") { camel(operation) } else { snake(operation) };
    let found = table.operation(&name).and_then(|operation| Some((operation, operation.params?)));
    let Some((operation, shape)) = found else {
        return Err(Error::usage(text::concat(&[
            "there is no operation with params of the name ",
            operation,
        ])));
    };
    Ok(build::validate(table, operation, shape, encode(params)?.root()))
}

#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
fn encode(params: &impl Serialize) -> Result<Encoded, Error> {
    Ok(host::encode_beginnings(&crate::settings::Params::to_js(params)?))
}

#[cfg(not(all(target_arch = "wasm32", target_os = "unknown")))]
fn encode(params: &impl Serialize) -> Result<Encoded, Error> {
    let value = serde_json::to_value(params).map_err(|error| Error::usage(error.to_string()))?;
    Ok(Encoded::from(&value))
}
