//! How typed requests of Rust users are sent: by the settings of a client and the options of its requests.

use core::fmt;
use std::rc::Rc;

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use super::decode::Answer;
use super::exchange::Exchange;
use super::page::Page;
use super::{build, drive};
use crate::error::{Error, ErrorKind, Outcome};
use crate::host;
use crate::schema::naming::camel;
use crate::schema::table;
use crate::settings::RequestOptions;
use crate::settings::config::Config;
use crate::text;

/// A client's settings, and the options of the requests made through it. Cloning it is cheap.
#[derive(Clone)]
pub struct Transport {
    pub(crate) config: Rc<Config>,
    pub(crate) options: RequestOptions,
}

impl Transport {
    /// Sends a typed request and reads a typed response.
    pub(crate) async fn item<T: DeserializeOwned>(
        &self,
        name: &str,
        ids: &[&str],
        params: Option<&dyn Params>,
    ) -> Result<T, Error> {
        let params = params.map_or(Ok(JsValue::UNDEFINED), Params::to_js)?;
        read(&self.send(name, ids, params).await?)
    }

    /// Sends a typed request and reads a page of typed items.
    pub(crate) async fn page<T: DeserializeOwned>(
        &self,
        name: &str,
        ids: &[&str],
        params: Option<&dyn Params>,
    ) -> Result<Page<T>, Error> {
        let params = params.map_or(Ok(JsValue::UNDEFINED), Params::to_js)?;
        Page::load(self, name, ids.iter().map(|id| (*id).to_owned()).collect(), params).await
    }

    /// Sends any request; not generic over what it carries.
    pub(super) async fn send(&self, name: &str, ids: &[&str], params: JsValue) -> Result<Answer, Error> {
        let table = table::requests();
        let name = camel(name);
        let Some(operation) = table.operation(&name) else {
            return Err(Error::usage(text::concat(&["there is no operation ", &name])));
        };
        self.options.check()?;
        self.config.check_headers(&self.options.headers)?;
        let ids: Vec<String> = ids.iter().map(|id| (*id).to_owned()).collect();
        let request = build::build(&self.config, table, operation, &ids, &params, &self.options)?;
        drive::drive(Exchange::new(Rc::clone(&self.config), request, self.options.clone())).await
    }
}

impl fmt::Debug for Transport {
    /// Without the key and the headers.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let base_url = &self.config.base_url;
        formatter.debug_struct("Transport").field("base_url", base_url).finish_non_exhaustive()
    }
}

/// What can be sent: everything serde can write.
pub trait Params {
    /// As a value of the host.
    ///
    /// # Errors
    /// Where it cannot be written as JSON.
    fn to_js(&self) -> Result<JsValue, Error>;
}

impl<T: Serialize> Params for T {
    // Of the typed client, which is in no export of the npm wasm.
    #[allow(clippy::disallowed_methods)]
    fn to_js(&self) -> Result<JsValue, Error> {
        let text = serde_json::to_string(self).map_err(|error| Error::usage(error.to_string()))?;
        host::parse(&JsValue::from_str(&text)).map_err(|thrown| Error::usage(host::thrown_message(&thrown)))
    }
}

/// Reads the data of a response. The request was delivered and its response is complete: what cannot be read is
/// an error that says so, and nothing that may be sent again.
// Of the typed client, which is in no export of the npm wasm.
#[allow(clippy::disallowed_methods)]
pub(super) fn read<T: DeserializeOwned>(answer: &Answer) -> Result<T, Error> {
    let unreadable = |why: String| {
        let message = text::concat(&["the response is not what is documented: ", &why]);
        let mut error = Error::new(ErrorKind::Response, message).with_outcome(Outcome::Unknown);
        error.attempts = answer.attempts;
        error.status = answer.status;
        error.headers = host::get(&answer.response, "headers");
        error.body = answer.data.clone();
        error
    };
    let text = host::stringify(&answer.data).map_err(|thrown| unreadable(host::thrown_message(&thrown)))?;
    let text = text.as_string().ok_or_else(|| unreadable("it cannot be written as JSON".to_owned()))?;
    serde_json::from_str(&text).map_err(|error| unreadable(error.to_string()))
}
