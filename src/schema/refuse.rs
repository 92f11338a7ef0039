//! The mistakes in a declaration that the compiler refuses, with an error that points at the keyword that is wrong.
//!
//! Each check takes the keyword itself as an argument: where its condition does not hold, a trait is not implemented for it,
//! and the compiler points at the argument with the message that stands here.

/// Declares a check: a trait that every type implements if the condition is true.
macro_rules! refusal {
    ($check:ident, $trait:ident, $message:literal, $note:literal) => {
        #[doc(hidden)]
        #[diagnostic::on_unimplemented(message = $message, label = "here", note = $note)]
        pub trait $trait<const HOLDS: bool> {}
        impl<T> $trait<true> for T {}

        #[doc(hidden)]
        #[allow(missing_debug_implementations)]
        pub struct $check<const HOLDS: bool>;

        impl<const HOLDS: bool> $check<HOLDS> {
            #[doc(hidden)]
            pub fn of<T: $trait<HOLDS>>(_: T) {}
        }
    };
}

refusal!(
    Rule,
    RuleFits,
    "this rule does not fit the type of its field",
    "range(least, most) is for i64 and f64, with least <= most, for lists, and for unions with numbers; at_least and numeric are for i64 and f64; date, date_time, time_of_day, days_after(..), url, https_url and not_empty are for \
     String; e164 and time_zone for String and for lists, maps and unions of it; json for lists, maps, models and any value"
);
refusal!(
    Path,
    PathMatchesArguments,
    "the arguments of this operation are not the {{names}} of its path, in order",
    "fn name(first_id, second_id; Params) goes with \"/things/{{first_id}}/parts/{{second_id}}\""
);
refusal!(
    Policy,
    PolicyFitsMethod,
    "this retry policy does not fit the HTTP method",
    "safe is for GET; PUT and DELETE are idempotent or non_idempotent; POST and PATCH are non_idempotent unless the API \
     documents that a repeated request has no further effect: then idempotent"
);
refusal!(
    Response,
    PageHasPaging,
    "a `page` response needs a paging, and only a `page` response has one",
    "end the line with `, offset`, `, page`, `, cursor`, or `, none` for a list that is one page"
);

/// Whether the `{names}` of a path are the arguments, in the same order.
#[must_use]
pub const fn path_matches_arguments(path: &str, arguments: &[&str]) -> bool {
    let (mut path, mut arguments) = (path.as_bytes(), arguments);
    while let [first, rest @ ..] = path {
        path = rest;
        if *first != b'{' {
            continue;
        }
        let [argument, others @ ..] = arguments else { return false };
        let mut name = argument.as_bytes();
        while let ([letter, after @ ..], [expected, left @ ..]) = (path, name) {
            if *letter != *expected {
                return false;
            }
            (path, name) = (after, left);
        }
        if !name.is_empty() || !matches!(path, [b'}', ..]) {
            return false;
        }
        arguments = others;
    }
    arguments.is_empty()
}
