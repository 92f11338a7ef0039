//! The documentation of the crate has Rust's names: `batch_calls.list_tasks`, not `batchCalls.listTasks`.
//!
//! The declarations have them too, and `npm run emit` writes JavaScript's names of them.
#![cfg(not(target_arch = "wasm32"))]
// A failed test panics.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing
)]

use std::fs;
use std::path::Path;

/// What is documented for Rust users: these folders and files of `src`, hidden items among them. Not the macro of operations, which is
/// not exported.
const DOCUMENTED: &[&str] =
    &["client", "error", "http/driver", "http/validate.rs", "lib.rs", "resources", "settings", "webhooks"];

/// Names that are not ours: of the API, of JavaScript, of things.
const ALLOWED: &[&str] = &[
    // The style of names that the API has in one place.
    "camelCase",
    // Only in the npm package.
    "inboundReply",
    // A unit.
    "kHz",
];

fn sources(path: &Path, files: &mut Vec<String>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).expect("a folder can be read") {
            sources(&entry.expect("an entry can be read").path(), files);
        }
    } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("operations.rs")
    {
        files.push(path.display().to_string());
    }
}

/// What of a line is shown in the documentation: a comment, or the rules of a field.
fn shown(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let comment = line.strip_prefix("///").or_else(|| line.strip_prefix("//!"));
    let rules = || {
        line.split_once(" = [")
            .map(|(_, rules)| rules)
            .filter(|_| !line.starts_with("//") && !line.starts_with("let "))
    };
    comment.or_else(rules)
}

/// The names in camelCase.
fn camel_case(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').filter(|name| {
        let bytes = name.as_bytes();
        bytes.first().is_some_and(u8::is_ascii_lowercase)
            && bytes.windows(2).any(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase())
    })
}

#[test]
fn the_documentation_has_the_names_that_rust_has() {
    let mut files = vec!["docs/rust.md".to_owned()];
    for path in DOCUMENTED {
        sources(&Path::new("src").join(path), &mut files);
    }
    assert!(files.len() > 60, "{files:?}");
    let mut found = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("a source can be read");
        let is_guide = file.ends_with(".md");
        for (index, line) in text.lines().enumerate() {
            let shown = if is_guide { Some(line) } else { shown(line) };
            for name in shown.into_iter().flat_map(camel_case).filter(|name| !ALLOWED.contains(name)) {
                found.push(format!("{file}:{} {name}", index + 1));
            }
        }
    }
    assert!(found.is_empty(), "JavaScript's names, or names to allow:\n{}", found.join("\n"));
}
