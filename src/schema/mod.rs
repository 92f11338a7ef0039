//! Declarations of models and operations, the packed table that is generated from them, and the checker that walks it.

#[macro_use]
mod macros;
pub mod across;
pub mod check;
mod declare;
#[cfg(feature = "emit")]
// Never part of the wasm, and run once: texts are put together by what reads best.
#[allow(clippy::disallowed_macros, clippy::disallowed_methods, clippy::format_push_string)]
pub mod emit;
#[cfg(any(test, feature = "emit"))]
pub mod encode;
mod field;
pub mod flags;
pub mod hints;
#[cfg(any(test, feature = "emit"))]
pub mod javascript;
pub mod keywords;
pub mod naming;
pub mod normalize;
mod operation;
pub mod refuse;
pub mod rules;
pub mod shapes;
pub mod table;
mod values;

pub use declare::*;
pub use field::{IntoField, LARGEST_ID, Time, plain_name, take};
pub use operation::*;
#[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
pub(crate) use values::is_date;
