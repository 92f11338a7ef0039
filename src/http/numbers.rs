//! The numbers by which the driver in JavaScript names events and actions. `npm run emit` writes them to
//! `pkg-template/generated/events.js`.

/// Declares constants, and the list of them.
macro_rules! numbers {
    ($($(#[doc = $doc:literal])* $name:ident = $number:literal;)*) => {
        $($(#[doc = $doc])* pub const $name: u8 = $number;)*

        /// Name, number and documentation of each.
        pub static ALL: &[(&str, u8, &str)] = &[$((stringify!($name), $number, concat!($($doc),*)),)*];
    };
}

/// The result of an action: see [`Event`](super::exchange::Event).
pub mod event {
    numbers! {
        /// Nothing has been done yet, or the sleep is over.
        READY = 0;
        /// The API key.
        KEY = 1;
        /// What the `apiKey` function threw.
        KEY_THREW = 2;
        /// A response and its text.
        REPLY = 3;
        /// What `fetch` threw.
        THREW = 4;
        /// It timed out.
        TIME = 5;
        /// The caller's signal fired.
        ABORT = 6;
        /// What reading the body threw.
        BROKE = 7;
    }
}

/// What the driver does next: see [`Action`](super::exchange::Action).
pub mod action {
    numbers! {
        /// Call the `apiKey` function.
        ASK = 0;
        /// Call `fetch`.
        SEND = 1;
        /// Wait.
        SLEEP = 2;
        /// Resolve.
        DONE = 3;
        /// Reject.
        FAIL = 4;
    }
}
