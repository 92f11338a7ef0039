//! What a pace limits.

/// The operations that ring a phone, by their names in Rust. `npm run emit` writes them for the package.
pub const RINGS: &[&str] = &["calls.create", "calls.start_web_socket_media"];
