//! Time-outs and aborts: one deadline over everything an attempt waits for.

use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Poll, Waker};

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::host;

/// Why a wait was cut short.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The time is up.
    Time,
    /// The caller aborted.
    Abort,
}

#[derive(Default)]
struct State {
    stop: Cell<Option<Stop>>,
    waker: RefCell<Option<Waker>>,
}

impl State {
    fn stop(&self, why: Stop) {
        if self.stop.get().is_none() {
            self.stop.set(Some(why));
            if let Some(waker) = self.waker.take() {
                waker.wake();
            }
        }
    }
}

/// A timer and a listener on the caller's signal; both are gone when it is dropped.
pub struct Deadline {
    state: Rc<State>,
    timer: JsValue,
    signal: JsValue,
    on_abort: Closure<dyn FnMut()>,
    _on_time: Closure<dyn FnMut()>,
}

impl Deadline {
    /// Starts the clock. `signal` is the caller's, or undefined.
    pub fn new(milliseconds: f64, signal: &JsValue) -> Self {
        let state = Rc::new(State::default());
        let closure = |why: Stop| {
            let state = Rc::clone(&state);
            Closure::new(move || state.stop(why))
        };
        let (on_time, on_abort) = (closure(Stop::Time), closure(Stop::Abort));
        let timer = host::later(on_time.as_ref(), milliseconds);
        if host::get(signal, "aborted").is_truthy() {
            state.stop(Stop::Abort);
        }
        let deadline = Self { state, timer, signal: signal.clone(), on_abort, _on_time: on_time };
        deadline.listen("addEventListener");
        deadline
    }

    fn listen(&self, method: &str) {
        if let Some(listen) = host::method(&self.signal, method) {
            // A signal that cannot be listened to is one that never fires.
            let _ = listen.call2(&self.signal, &"abort".into(), self.on_abort.as_ref());
        }
    }

    /// Waits for a promise, but not past the deadline: not even when the promise never settles.
    pub async fn race(&self, promise: Promise) -> Result<Result<JsValue, JsValue>, Stop> {
        let mut promise = pin!(JsFuture::from(promise));
        poll_fn(|context| {
            if let Some(why) = self.state.stop.get() {
                return Poll::Ready(Err(why));
            }
            self.state.waker.replace(Some(context.waker().clone()));
            promise.as_mut().poll(context).map(Ok)
        })
        .await
    }

    /// Waits for the deadline itself.
    pub async fn pass(&self) -> Stop {
        poll_fn(|context| match self.state.stop.get() {
            Some(why) => Poll::Ready(why),
            None => {
                self.state.waker.replace(Some(context.waker().clone()));
                Poll::Pending
            }
        })
        .await
    }
}

impl Drop for Deadline {
    fn drop(&mut self) {
        host::never(&self.timer);
        self.listen("removeEventListener");
    }
}
