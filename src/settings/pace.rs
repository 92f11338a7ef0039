//! The pace of calls: how many are sent per second, and how many at once. `pkg-template/shared/pace.js` is the same in
//! JavaScript.

use core::cell::{Cell, RefCell};
use core::fmt;
use core::future::poll_fn;
use core::task::{Poll, Waker};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use wasm_bindgen::prelude::*;

use crate::error::Error;
use crate::host;

/// How fast a client places calls: those beyond it wait for their turn.
///
/// An account has a limit of call attempts per second. Beyond it, the API responds with a 429 that had no effect, or, on Enterprise
/// plans, queues the call. Requests are sent at equal intervals, in the order in which they are ready. A request is ready when it is
/// first polled, or, if its key is fetched first, when it has the key; with a signal, some microtasks later. A retried request comes
/// first. A 429 holds all waiting requests for as long as it says.
///
/// Once a paced request has been polled, it continues even if it is not polled again: otherwise it would block the requests behind
/// it. Its timeout starts with its turn. A signal ends it, and so does dropping the future.
///
/// Clients that are given clones of one pace share it. Processes do not: divide the limit among them.
///
/// ```
/// use synthflow_wasm::{ClientOptions, Pace};
///
/// let pace = Pace::new().calls_per_second(4.0).max_in_flight(2);
/// let options = ClientOptions::new("key").pace(pace);
/// ```
#[derive(Clone)]
pub struct Pace(Rc<Queue>);

struct Queue {
    calls_per_second: f64,
    max_in_flight: u32,
    /// Who waits: those that are retried, then the others.
    waiting: [Turns; 2],
    active: Cell<u32>,
    /// When the next turn may begin, on the clock of `host::now`.
    next: Cell<f64>,
    /// The one timer, while somebody waits for the time.
    timer: RefCell<Option<JsValue>>,
    on_time: Closure<dyn FnMut()>,
}

type Turns = RefCell<VecDeque<Rc<Turn>>>;

#[derive(Default)]
struct Turn {
    state: Cell<State>,
    waker: Cell<Option<Waker>>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum State {
    #[default]
    Waiting,
    Begun,
    Left,
}

impl Pace {
    /// Without a limit.
    #[must_use]
    pub fn new() -> Self {
        Self::of(f64::INFINITY, u32::MAX)
    }

    /// How many are sent per second, above 0: 0.5 is one in two seconds. Default: no limit. The result shares nothing with clones
    /// made before.
    #[must_use]
    pub fn calls_per_second(self, calls_per_second: f64) -> Self {
        Self::of(calls_per_second, self.0.max_in_flight)
    }

    /// How many requests are under way at once, above 0; a request ends when the call is queued. Default: no limit. The result shares
    /// nothing with clones made before.
    #[must_use]
    pub fn max_in_flight(self, max_in_flight: u32) -> Self {
        Self::of(self.0.calls_per_second, max_in_flight)
    }

    fn of(calls_per_second: f64, max_in_flight: u32) -> Self {
        Self(Rc::new_cyclic(|queue: &Weak<Queue>| {
            let queue = queue.clone();
            let on_time = move || {
                if let Some(queue) = queue.upgrade() {
                    queue.timer.take();
                    queue.drain();
                }
            };
            Queue {
                calls_per_second,
                max_in_flight,
                waiting: Default::default(),
                active: Cell::new(0),
                next: Cell::new(0.0),
                timer: RefCell::default(),
                on_time: Closure::new(on_time),
            }
        }))
    }

    /// Refuses one that could never send.
    pub(crate) fn check(&self) -> Result<(), Error> {
        let Queue { calls_per_second, max_in_flight, .. } = *self.0;
        if calls_per_second > 0.0 && max_in_flight > 0 {
            return Ok(());
        }
        Err(Error::usage("client option pace: expected calls_per_second and max_in_flight above 0"))
    }

    /// A place of one request.
    pub(crate) fn join(&self) -> Place {
        Place { queue: Rc::clone(&self.0), turn: RefCell::default() }
    }
}

impl Default for Pace {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Pace {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Pace")
            .field("calls_per_second", &self.0.calls_per_second)
            .field("max_in_flight", &self.0.max_in_flight)
            .finish_non_exhaustive()
    }
}

impl Queue {
    /// Begins the turns that are due.
    fn drain(&self) {
        while self.timer.borrow().is_none()
            && let Some((list, turn)) = self.first()
            && self.active.get() < self.max_in_flight
        {
            let now = host::now();
            if now < self.next.get() {
                let timer = host::set_timeout(self.on_time.as_ref(), self.next.get() - now);
                self.timer.replace(Some(timer));
                return;
            }
            self.next.set(now + 1000.0 / self.calls_per_second);
            list.borrow_mut().pop_front();
            self.active.set(self.active.get().saturating_add(1));
            turn.state.set(State::Begun);
            if let Some(waker) = turn.waker.take() {
                waker.wake();
            }
        }
    }

    /// Who is next, and in which list. Takes away those that wait no longer.
    fn first(&self) -> Option<(&Turns, Rc<Turn>)> {
        for list in &self.waiting {
            let mut turns = list.borrow_mut();
            while let Some(turn) = turns.front() {
                if turn.state.get() == State::Waiting {
                    return Some((list, Rc::clone(turn)));
                }
                turns.pop_front();
            }
        }
        None
    }

    fn hold(&self, milliseconds: f64) {
        self.next.set(self.next.get().max(host::now() + milliseconds));
    }

    fn clear_timer(&self) {
        if let Some(timer) = self.timer.take() {
            host::clear_timeout(&timer);
        }
    }
}

impl Drop for Queue {
    fn drop(&mut self) {
        self.clear_timer();
    }
}

/// The place of one request in a pace: it ends with the request, also where that is dropped.
pub(crate) struct Place {
    queue: Rc<Queue>,
    /// The last turn.
    turn: RefCell<Option<Rc<Turn>>>,
}

impl Place {
    /// Waits for its turn.
    pub(crate) async fn turn(&self) {
        let turn = Rc::new(Turn::default());
        let is_first = self.turn.replace(Some(Rc::clone(&turn))).is_none();
        let [retried, others] = &self.queue.waiting;
        (if is_first { others } else { retried }).borrow_mut().push_back(Rc::clone(&turn));
        self.queue.drain();
        poll_fn(|context| {
            if turn.state.get() == State::Begun {
                return Poll::Ready(());
            }
            turn.waker.set(Some(context.waker().clone()));
            Poll::Pending
        })
        .await;
    }

    /// Counts the distance from now instead of from its turn.
    pub(crate) fn sent(&self) {
        self.queue.hold(1000.0 / self.queue.calls_per_second);
    }

    /// Ends its turn, or gives it up, and holds everybody for a time.
    pub(crate) fn leave(&self, milliseconds: f64) {
        let queue = &self.queue;
        if let Some(turn) = &*self.turn.borrow()
            && turn.state.replace(State::Left) == State::Begun
        {
            queue.active.set(queue.active.get().saturating_sub(1));
        }
        queue.hold(milliseconds);
        // A timer that nobody waits for would keep the process running.
        if queue.first().is_none() {
            queue.clear_timer();
        }
        queue.drain();
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.leave(0.0);
    }
}
