//! W7: which redirect only says that the other slash form of a URL is the right one.
// A failed unwrap is a failed test, and nothing is removed from the builds that tests run in.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
#![allow(clippy::disallowed_macros, clippy::disallowed_methods)]

use synthflow_wasm::http::redirect::{self, other_form};

const SHORT: &str = "https://api.example/v2/contacts?search=a%2Fb";
const LONG: &str = "https://api.example/v2/contacts/?search=a%2Fb";

fn is_to_other_form(status: u16, location: &str, url: &str) -> bool {
    redirect::is_to_other_form(status, location, url, &other_form(url))
}

#[test]
fn w7_the_other_form_differs_in_the_slash_of_the_path_only() {
    for (short, long) in [
        (SHORT, LONG),
        ("/synthflow/assistants?limit=5", "/synthflow/assistants/?limit=5"),
        ("http://127.0.0.1:8080/v2/a", "http://127.0.0.1:8080/v2/a/"),
        ("/x?next=/a/", "/x/?next=/a/"),
    ] {
        assert_eq!(other_form(short), long);
        assert_eq!(other_form(long), short);
    }
}

#[test]
fn w7_a_location_is_accepted_whole_as_a_path_and_relative() {
    for status in [301, 302, 307, 308] {
        for location in [LONG, "/v2/contacts/?search=a%2Fb", "contacts/?search=a%2Fb"] {
            assert!(is_to_other_form(status, location, SHORT), "{status} {location}");
        }
        for location in [SHORT, "/v2/contacts?search=a%2Fb"] {
            assert!(is_to_other_form(status, location, LONG), "{status} {location}");
        }
    }
    assert!(is_to_other_form(308, "/synthflow/assistants", "/synthflow/assistants/"));
}

#[test]
fn w7_no_other_status_says_that_nothing_happened() {
    for status in [0, 1, 200, 300, 303, 304, 305, 306, 309, 399, 503] {
        assert!(!is_to_other_form(status, LONG, SHORT), "{status}");
    }
}

#[test]
fn w7_anything_else_is_another_url() {
    for location in [
        "",
        "/",
        SHORT,
        "/v2/contacts?search=a%2Fb",
        "/v2/contacts/",
        "/v2/contacts/?search=a/b",
        "/v2/contacts/?search=a%2fb",
        "/v2/contacts/?search=a%2Fb#x",
        "/v2/contacts/?search=a%2Fb&b=c",
        "/v2/contacts//?search=a%2Fb",
        "/v2/contacts%2F?search=a%2Fb",
        "/v2/%63ontacts/?search=a%2Fb",
        "/v2/x/../contacts/?search=a%2Fb",
        "/v2/Contacts/?search=a%2Fb",
        "/contacts/?search=a%2Fb",
        "v2/contacts/?search=a%2Fb",
        "ontacts/?search=a%2Fb",
        "?search=a%2Fb",
        "./contacts/?search=a%2Fb",
        "../contacts/?search=a%2Fb",
        "//api.example/v2/contacts/?search=a%2Fb",
        "//evil.example/v2/contacts/?search=a%2Fb",
        "///v2/contacts/?search=a%2Fb",
        "/\\evil.example/v2/contacts/?search=a%2Fb",
        "\\v2\\contacts\\?search=a%2Fb",
        "\\\\evil.example/v2/contacts/?search=a%2Fb",
        "http://api.example/v2/contacts/?search=a%2Fb",
        "https://evil.example/v2/contacts/?search=a%2Fb",
        "https://api.example.evil.example/v2/contacts/?search=a%2Fb",
        "https://api.example@evil.example/v2/contacts/?search=a%2Fb",
        "https://user@api.example/v2/contacts/?search=a%2Fb",
        "https://api.example:8443/v2/contacts/?search=a%2Fb",
        "https:/v2/contacts/?search=a%2Fb",
        "https:contacts/?search=a%2Fb",
        " /v2/contacts/?search=a%2Fb",
        "/v2/contacts/?search=a%2Fb, /v2/contacts/?search=a%2Fb",
    ] {
        assert!(!is_to_other_form(308, location, SHORT), "{location}");
    }
    for location in
        ["contacts?search=a%2Fb", "../contacts?search=a%2Fb", "ontacts?search=a%2Fb", "?search=a%2Fb"]
    {
        assert!(!is_to_other_form(308, location, LONG), "{location}");
    }
    for location in ["/contacts/", "contacts/"] {
        assert!(!is_to_other_form(308, location, "/a/b/contacts"), "{location}");
    }
}
