//! Timeouts and aborts: one deadline over everything an attempt waits for.

use std::cell::{Cell, RefCell};
use std::future::{Future, pending, poll_fn};
use std::pin::pin;
use std::rc::{Rc, Weak};
use std::task::{Poll, Waker};

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::host;

/// Why a wait was cut short.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// It timed out.
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

thread_local! {
    /// One listener per signal, however many requests wait for it: a host warns of more than ten.
    static LISTENERS: RefCell<Vec<Rc<Listener>>> = const { RefCell::new(Vec::new()) };
}

/// The listener on one signal, and who waits for it.
struct Listener {
    signal: JsValue,
    waiting: RefCell<Vec<Rc<State>>>,
    on_abort: Closure<dyn FnMut()>,
}

impl Listener {
    /// Waits for a signal, by the listener that is there or by a new one.
    fn join(signal: &JsValue, state: &Rc<State>) -> Rc<Self> {
        let listener = LISTENERS.with_borrow_mut(|listeners| {
            let found = listeners.iter().find(|listener| listener.signal == *signal);
            found.map(Rc::clone).unwrap_or_else(|| {
                let made = Rc::new_cyclic(|this: &Weak<Self>| {
                    let this = this.clone();
                    let fire = move || {
                        let waiting = this.upgrade().map(|listener| listener.waiting.borrow().clone());
                        for state in waiting.unwrap_or_default() {
                            state.stop(Stop::Abort);
                        }
                    };
                    let waiting = RefCell::default();
                    Self { signal: signal.clone(), waiting, on_abort: Closure::new(fire) }
                });
                made.call("addEventListener");
                listeners.push(Rc::clone(&made));
                made
            })
        });
        listener.waiting.borrow_mut().push(Rc::clone(state));
        listener
    }

    /// Waits no longer; the last to leave takes the listener away.
    fn leave(&self, state: &Rc<State>) {
        self.waiting.borrow_mut().retain(|waiting| !Rc::ptr_eq(waiting, state));
        if self.waiting.borrow().is_empty() {
            self.call("removeEventListener");
            LISTENERS.with_borrow_mut(|listeners| {
                listeners.retain(|listener| !core::ptr::eq(Rc::as_ptr(listener), self));
            });
        }
    }

    fn call(&self, method: &str) {
        if let Some(listen) = host::method(&self.signal, method) {
            // A signal that cannot be listened to is one that never fires.
            let _ = listen.call2(&self.signal, &"abort".into(), self.on_abort.as_ref());
        }
    }
}

/// A timer and the caller's signal; both are left alone again when it is dropped.
pub struct Deadline {
    state: Rc<State>,
    timer: JsValue,
    listener: Option<Rc<Listener>>,
    _on_time: Option<Closure<dyn FnMut()>>,
}

impl Deadline {
    /// No time: the signal alone.
    #[must_use]
    pub fn none(signal: &JsValue) -> Self {
        Self::of(Rc::default(), JsValue::UNDEFINED, None, signal)
    }

    /// Starts the clock. `signal` is the caller's, or undefined.
    #[must_use]
    pub fn new(milliseconds: f64, signal: &JsValue) -> Self {
        let state = Rc::new(State::default());
        let on_time: Closure<dyn FnMut()> = {
            let state = Rc::clone(&state);
            Closure::new(move || state.stop(Stop::Time))
        };
        let timer = host::set_timeout(on_time.as_ref(), milliseconds);
        Self::of(state, timer, Some(on_time), signal)
    }

    fn of(state: Rc<State>, timer: JsValue, on_time: Option<Closure<dyn FnMut()>>, signal: &JsValue) -> Self {
        if host::get(signal, "aborted").is_truthy() {
            state.stop(Stop::Abort);
        }
        let listener = signal.is_object().then(|| Listener::join(signal, &state));
        Self { state, timer, listener, _on_time: on_time }
    }

    /// Waits for a future, but not past the deadline: not even when it never ends.
    pub async fn limit<T>(&self, work: impl Future<Output = T>) -> Result<T, Stop> {
        let mut work = pin!(work);
        poll_fn(|context| {
            if let Some(why) = self.state.stop.get() {
                return Poll::Ready(Err(why));
            }
            self.state.waker.replace(Some(context.waker().clone()));
            work.as_mut().poll(context).map(Ok)
        })
        .await
    }

    /// The same for a promise, or anything that may be one. It is resolved by one of our own: the `then` of a promise that has been
    /// changed may throw, which would end the task.
    pub async fn race(&self, value: &JsValue) -> Result<Result<JsValue, JsValue>, Stop> {
        let own = Promise::new(&mut |resolve, _| {
            let _ = resolve.call1(&JsValue::UNDEFINED, value);
        });
        self.limit(JsFuture::from(own)).await
    }

    /// Waits for the deadline itself.
    pub async fn pass(&self) -> Stop {
        match self.limit(pending::<()>()).await {
            Err(why) => why,
            Ok(()) => Stop::Time,
        }
    }
}

impl Drop for Deadline {
    fn drop(&mut self) {
        host::clear_timeout(&self.timer);
        if let Some(listener) = &self.listener {
            listener.leave(&self.state);
        }
    }
}
