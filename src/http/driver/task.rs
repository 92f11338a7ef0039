//! A future that goes on although nobody polls it, as a promise does.

use core::cell::{Cell, RefCell};
use core::future::poll_fn;
use core::pin::Pin;
use core::task::{Context, Poll, Waker};
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::request::Boxed;

/// Work that has begun; it ends when this is dropped.
///
/// A request with a place in a pace is one: others wait for its turn to end, and must not depend on who polls it.
pub(super) struct Task<T>(Rc<State<T>>);

struct State<T> {
    /// The work, while it is not being polled.
    work: RefCell<Option<Boxed<T>>>,
    result: RefCell<Option<T>>,
    waiting: Cell<Option<Waker>>,
    is_dropped: Cell<bool>,
}

impl<T: 'static> Task<T> {
    /// Begins it.
    pub(super) fn spawn(work: impl Future<Output = T> + 'static) -> Self {
        let state = Rc::new(State {
            work: RefCell::new(Some(Box::pin(work))),
            result: RefCell::default(),
            waiting: Cell::default(),
            is_dropped: Cell::new(false),
        });
        let running = Rc::clone(&state);
        spawn_local(poll_fn(move |context| running.poll(context)));
        Self(state)
    }
}

impl<T> State<T> {
    fn poll(&self, context: &mut Context<'_>) -> Poll<()> {
        let Some(mut work) = self.work.take() else { return Poll::Ready(()) };
        if let Poll::Ready(result) = work.as_mut().poll(context) {
            self.result.replace(Some(result));
            if let Some(waker) = self.waiting.take() {
                waker.wake();
            }
            return Poll::Ready(());
        }
        // The work itself may have dropped who waits for it.
        if self.is_dropped.get() {
            return Poll::Ready(());
        }
        self.work.replace(Some(work));
        Poll::Pending
    }
}

impl<T> Future for Task<T> {
    type Output = T;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T> {
        if let Some(result) = self.0.result.take() {
            return Poll::Ready(result);
        }
        self.0.waiting.set(Some(context.waker().clone()));
        Poll::Pending
    }
}

impl<T> Drop for Task<T> {
    fn drop(&mut self) {
        self.0.is_dropped.set(true);
        drop(self.0.work.take());
    }
}
