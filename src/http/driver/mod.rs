//! What Rust users drive requests with: it sends, waits and reads what [`exchange`](super::exchange) asks for, as
//! `pkg-template/src/drive.js` does in the package.

mod drive;
mod lines;
mod page;
mod placed;
mod race;
mod request;
mod stream;
mod task;
mod transport;
mod typed;
mod wait;

pub use page::Page;
pub(crate) use placed::find_placed;
pub use race::{Deadline, Stop};
pub use request::RequestFuture;
pub use stream::ItemStream;
pub use transport::Transport;
pub use wait::WaitOptions;
pub(crate) use wait::wait;
