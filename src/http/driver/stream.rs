//! Items one by one, however they come: in pages or as NDJSON.

use core::fmt;
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use std::collections::VecDeque;

use futures_core::Stream;
use serde_json::Value;

use super::request::Boxed;
use crate::error::Error;

/// Some items, and how the next ones are had.
pub(super) struct Batch<T> {
    pub(super) items: Vec<T>,
    pub(super) skipped: Vec<Value>,
    pub(super) next: Option<Next<T>>,
}

/// Loads the next items.
pub(super) type Next<T> = Box<dyn FnOnce() -> Boxed<Result<Batch<T>, Error>>>;

/// Items one by one. It ends after the first error.
///
/// Dropping it aborts what is under way.
#[must_use = "streams do nothing unless polled"]
pub struct ItemStream<T> {
    items: VecDeque<T>,
    skipped: Vec<Value>,
    loading: Option<Boxed<Result<Batch<T>, Error>>>,
    next: Option<Next<T>>,
}

impl<T> ItemStream<T> {
    /// The items of a batch that is on its way, and those after it.
    pub(super) fn after(loading: Boxed<Result<Batch<T>, Error>>) -> Self {
        Self { items: VecDeque::new(), skipped: Vec::new(), loading: Some(loading), next: None }
    }

    /// The items of a batch, and those after it.
    pub(super) fn from_batch(batch: Batch<T>) -> Self {
        Self { items: batch.items.into(), skipped: batch.skipped, loading: None, next: batch.next }
    }

    /// The next item, `None` after the last one.
    ///
    /// # Errors
    /// As the request itself; for a later page or line with the items before it already handed out.
    pub async fn next(&mut self) -> Result<Option<T>, Error> {
        core::future::poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await.transpose()
    }

    /// The items that are left, at most this many; [`usize::MAX`] for all. No page is loaded of which none is needed.
    ///
    /// Deleting items while iterating moves the following ones to earlier pages, so some are skipped: collect them first.
    ///
    /// # Errors
    /// As [`next`](Self::next).
    pub async fn collect_up_to(mut self, limit: usize) -> Result<Vec<T>, Error> {
        let mut items = Vec::new();
        while items.len() < limit
            && let Some(item) = self.next().await?
        {
            items.push(item);
        }
        Ok(items)
    }

    /// The items so far that do not fit their type, as the API sent them.
    #[must_use]
    pub fn skipped(&self) -> &[Value] {
        &self.skipped
    }
}

impl<T> Stream for ItemStream<T> {
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(item) = self.items.pop_front() {
                return Poll::Ready(Some(Ok(item)));
            }
            if let Some(next) = self.next.take() {
                self.loading = Some(next());
            }
            let Some(loading) = &mut self.loading else { return Poll::Ready(None) };
            let result = ready!(loading.as_mut().poll(context));
            self.loading = None;
            match result {
                Ok(batch) => {
                    self.items.extend(batch.items);
                    self.skipped.extend(batch.skipped);
                    self.next = batch.next;
                }
                Err(error) => return Poll::Ready(Some(Err(error))),
            }
        }
    }
}

// Nothing in it is pinned: the future is in a box.
impl<T> Unpin for ItemStream<T> {}

impl<T> fmt::Debug for ItemStream<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("ItemStream").field("ready", &self.items.len()).finish_non_exhaustive()
    }
}
