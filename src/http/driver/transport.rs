//! The settings by which typed requests are sent.

use core::fmt;
use std::rc::Rc;

use wasm_bindgen::JsValue;

use super::drive::{self, Driven};
use super::request::{Plan, RequestFuture};
use super::task::Task;
use crate::error::Error;
use crate::host;
use crate::http::build;
use crate::http::exchange::Exchange;
use crate::http::undeclared::undeclared;
use crate::schema::naming::{camel, snake};
use crate::schema::table::{self, Operation};
use crate::settings::config::Config;
use crate::settings::rings::RINGS;
use crate::settings::{Pace, Params, RequestOptions, Validation, params};
use crate::text;

/// A client's settings, and the options of the requests made through it. Cloning it is cheap.
#[derive(Clone)]
pub struct Transport {
    pub(crate) config: Rc<Config>,
    /// How fast calls are placed, if that is limited.
    pub(crate) pace: Option<Pace>,
    pub(crate) options: RequestOptions,
}

impl Transport {
    /// A request of this operation, to be sent.
    pub(crate) fn plan(&self, name: &str, ids: &[&str], params: Option<&dyn Params>) -> Plan {
        // As the table has it, which with the package's exports has JavaScript's names.
        let name = if cfg!(feature = "package") { camel(name) } else { snake(name) };
        self.plan_any(name, ids, params)
    }

    fn plan_any(&self, name: String, ids: &[&str], params: Option<&dyn Params>) -> Plan {
        Plan {
            transport: self.clone(),
            name,
            ids: ids.iter().map(|id| (*id).to_owned()).collect(),
            params: params.map_or(Ok(JsValue::UNDEFINED), Params::to_js),
        }
    }

    /// A request to a route that is not declared.
    pub(crate) fn undeclared<T: serde::de::DeserializeOwned + 'static>(
        &self,
        method: &str,
        path: &str,
        params: Option<&dyn Params>,
    ) -> RequestFuture<T> {
        let mut plan = self.plan_any(text::concat(&[method, " ", path]), &[], params);
        // Nothing is declared by which its numbers could be checked.
        plan.params = plan.params.and_then(params::finite);
        RequestFuture::item(plan)
    }
}

impl Plan {
    /// Sends it; `raw` leaves the body of a good response unread. Not generic over what it carries.
    pub(super) async fn send(self, raw: bool) -> Result<Driven, Error> {
        let start = host::wall_clock();
        let mut driven = self.drive(raw).await.map_err(|error| error.with_start(start))?;
        driven.decoded.started_at = start;
        Ok(driven)
    }

    async fn drive(self, raw: bool) -> Result<Driven, Error> {
        let Self { transport: Transport { config, pace, options }, name, ids, params } = self;
        let operation = operation(&name)?;
        options.check()?;
        config.check_headers(&options.headers)?;
        let mut params = params?;
        if options.validation.unwrap_or(config.validation) != Validation::Strict {
            // Nothing refuses its numbers.
            params = params::finite(params)?;
        }
        let request = build::build(
            &config,
            table::requests(),
            &operation,
            &ids.iter().map(String::as_str).collect::<Vec<_>>(),
            &params,
            &options,
        )?;
        let place = pace.filter(|_| RINGS.contains(&snake(&name).as_str())).map(|pace| pace.join());
        let is_paced = place.is_some();
        let driven = drive::drive(Exchange::new(config, request, options), raw, place);
        if is_paced { Task::spawn(driven).await } else { driven.await }
    }
}

/// The declared operation of a name, or the undeclared one of a method and a path.
pub(super) fn operation(name: &str) -> Result<Rc<Operation>, Error> {
    if let Some((method, path)) = text::split_at_byte(name, b' ') {
        return undeclared(method, path);
    }
    match table::requests().operation(name) {
        Some(operation) => Ok(Rc::clone(operation)),
        None => Err(Error::usage(text::concat(&["there is no operation ", name]))),
    }
}

impl fmt::Debug for Transport {
    /// Without the key and the headers.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let base_url = &self.config.base_url;
        formatter.debug_struct("Transport").field("base_url", base_url).finish_non_exhaustive()
    }
}
