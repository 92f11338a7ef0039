//! A request as a future: it can be given options, and its response be had, before it is awaited.

use core::fmt;
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll};

use gloo_net::http::Response;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};

use super::drive::Driven;
use super::page::{self, Page};
use super::stream::ItemStream;
use super::transport::Transport;
use super::{lines, typed};
use crate::error::{Error, ErrorKind, Outcome};
use crate::http::decode::Decoded;
use crate::settings::RequestOptions;

/// A future on this thread.
pub(super) type Boxed<T> = Pin<Box<dyn Future<Output = T>>>;

/// The result of a request: what it resolves to, and the host's response object.
pub(super) type Outcomes<T> = Result<(T, JsValue), Error>;

/// What is sent.
#[derive(Clone)]
pub(crate) struct Plan {
    pub(super) transport: Transport,
    pub(super) name: String,
    pub(super) ids: Vec<String>,
    pub(super) params: Result<JsValue, Error>,
}

type Send<T> = Box<dyn FnOnce(Plan) -> Boxed<Outcomes<T>>>;

/// A request that is sent when it is awaited.
///
/// Its path parameters and params are read when it is made: what is changed later is not sent. Dropping it before it is
/// awaited sends nothing; dropping it while it is under way aborts the request, which may have had its effect.
#[must_use = "nothing is sent until it is awaited"]
pub struct RequestFuture<T>(State<T>);

enum State<T> {
    Planned(Box<(Plan, Send<T>)>),
    UnderWay(Boxed<Outcomes<T>>),
    Over,
}

impl<T: 'static> RequestFuture<T> {
    fn planned(plan: Plan, send: Send<T>) -> Self {
        Self(State::Planned(Box::new((plan, send))))
    }

    /// Sends it with these options instead of the client's request options.
    pub fn with_options(mut self, options: RequestOptions) -> Self {
        if let State::Planned(planned) = &mut self.0 {
            planned.0.transport.options = options;
        }
        self
    }

    /// Resolves to the response as well: its status and headers. Its body has been read. `None` where the client's
    /// `fetch` gave something other than the host's own `Response`.
    pub fn with_response(self) -> RequestFuture<(T, Option<Response>)> {
        self.map(|data, response| Ok((data, to_response(response))))
    }

    /// Resolves to the response alone, its body unread. An error status is an error all the same. The timeout ends with the
    /// headers; the signal of the options ends the reading of the body too, where the host has `AbortSignal.any`.
    pub fn as_response(self) -> RequestFuture<Response> {
        let State::Planned(planned) = self.0 else { return RequestFuture(State::Over) };
        let send = |plan: Plan| -> Boxed<Outcomes<Response>> {
            Box::pin(async move {
                let Driven { decoded, attempt, .. } = plan.send(true).await?;
                attempt.keep();
                let response = decoded.response.clone();
                let made = to_response(&response).ok_or_else(|| not_the_hosts(&decoded))?;
                Ok((made, response))
            })
        };
        RequestFuture::planned(planned.0, Box::new(send))
    }

    fn map<U: 'static>(
        self,
        make: impl FnOnce(T, &JsValue) -> Result<U, Error> + 'static,
    ) -> RequestFuture<U> {
        let State::Planned(planned) = self.0 else { return RequestFuture(State::Over) };
        let (plan, send) = *planned;
        let send = |plan: Plan| -> Boxed<Outcomes<U>> {
            Box::pin(async move {
                let (data, response) = send(plan).await?;
                Ok((make(data, &response)?, response))
            })
        };
        RequestFuture::planned(plan, Box::new(send))
    }
}

impl<T: DeserializeOwned + 'static> RequestFuture<T> {
    pub(crate) fn item(plan: Plan) -> Self {
        let send = |plan: Plan| -> Boxed<Outcomes<T>> {
            Box::pin(async move {
                let decoded = plan.send(false).await?.decoded;
                Ok((typed::read(&decoded)?, decoded.response))
            })
        };
        Self::planned(plan, Box::new(send))
    }
}

impl<T: DeserializeOwned + 'static> RequestFuture<Page<T>> {
    pub(crate) fn page(plan: Plan) -> Self {
        let send = |plan: Plan| -> Boxed<Outcomes<Page<T>>> { Box::pin(page::load(plan)) };
        Self::planned(plan, Box::new(send))
    }

    /// All items of this page and of those that follow, each page loaded when its first item is asked for.
    pub fn into_stream(self) -> ItemStream<T> {
        ItemStream::after(Box::pin(async move { Ok(self.await?.into_batch()) }))
    }
}

impl<T: DeserializeOwned + 'static> RequestFuture<ItemStream<T>> {
    pub(crate) fn stream(plan: Plan) -> Self {
        let send = |plan: Plan| -> Boxed<Outcomes<ItemStream<T>>> { Box::pin(lines::open(plan)) };
        Self::planned(plan, Box::new(send))
    }
}

impl<T: 'static> Future for RequestFuture<T> {
    type Output = Result<T, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        if let State::Planned(_) = self.0
            && let State::Planned(planned) = core::mem::replace(&mut self.0, State::Over)
        {
            let (plan, send) = *planned;
            self.0 = State::UnderWay(send(plan));
        }
        let State::UnderWay(future) = &mut self.0 else {
            // Its result is known to whoever awaited it first, and may be a call.
            let error =
                Error::usage("this request has been awaited before: its outcome is that of the first time");
            return Poll::Ready(Err(error.with_outcome(Outcome::Unknown)));
        };
        let result = core::task::ready!(future.as_mut().poll(context));
        self.0 = State::Over;
        Poll::Ready(result.map(|(data, _)| data))
    }
}

// Nothing in it is pinned: the futures are in boxes.
impl<T> Unpin for RequestFuture<T> {}

impl<T> fmt::Debug for RequestFuture<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match &self.0 {
            State::Planned(planned) => planned.0.name.as_str(),
            State::UnderWay(_) => "under way",
            State::Over => "over",
        };
        formatter.debug_tuple("RequestFuture").field(&name).finish()
    }
}

fn to_response(response: &JsValue) -> Option<Response> {
    response.dyn_ref::<web_sys::Response>().map(|response| Clone::clone(response).into())
}

fn not_the_hosts(decoded: &Decoded) -> Error {
    let message = "the client's `fetch` returned no `Response` of this host, so it cannot be handed out";
    Error::new(ErrorKind::Response, message).with_outcome(Outcome::Unknown).of(decoded)
}
