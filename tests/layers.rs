//! The layers of `src`, bottom to top: an import points down or stays in its layer. ARCHITECTURE.md shows them.
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

const LAYERS: [&str; 10] =
    ["text", "host", "error", "schema", "settings", "http", "resources", "webhooks", "client", "exports"];

/// Every `.rs` file in a folder and its subfolders, with its path relative to `src`.
fn sources(folder: &Path, files: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("src can be read") {
        let path = entry.expect("an entry can be read").path();
        if path.is_dir() {
            sources(&path, files);
        } else {
            let text = fs::read_to_string(&path).expect("a source can be read");
            files.push((path.strip_prefix("src").expect("it is in src").display().to_string(), text));
        }
    }
}

fn rank(name: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| *layer == name)
}

/// The first names of paths that begin at the root, by `crate::` or by `depth` times `super::`.
fn imports(text: &str, depth: usize) -> Vec<String> {
    let root_by_super = "super::".repeat(depth);
    let code =
        text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut found = Vec::new();
    for start in ["crate::", root_by_super.as_str()] {
        for (at, _) in code.match_indices(start) {
            let before = code[..at].chars().next_back();
            if start == "crate::" && before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_') {
                continue;
            }
            let rest = &code[at + start.len()..];
            if let Some(group) = rest.strip_prefix('{') {
                let group = group.split('}').next().unwrap_or_default();
                found.extend(group.split(',').map(|name| first_name(name.trim())));
            } else {
                found.push(first_name(rest));
            }
        }
    }
    found
}

fn first_name(path: &str) -> String {
    path.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
}

/// The layer of a name; `lib.rs` re-exports names of some layers.
fn layer_of(name: &str) -> Option<usize> {
    match name {
        "Client" | "ClientOptions" | "Page" => rank("client"),
        "Error" | "ErrorKind" | "Issue" | "Outcome" => rank("error"),
        name => rank(name),
    }
}

#[test]
fn imports_point_down() {
    let mut files = Vec::new();
    sources(Path::new("src"), &mut files);
    let mut upward = Vec::new();
    let mut seen = 0;
    for (path, text) in &files {
        let layer = path.split(['/', '.']).next().unwrap_or_default();
        let Some(own) = rank(layer) else { continue };
        let in_folder = path.matches('/').count();
        let depth = if path.ends_with("mod.rs") { in_folder } else { in_folder + 1 };
        for name in imports(text, depth) {
            let Some(imported) = layer_of(&name) else { continue };
            seen += 1;
            if imported > own {
                upward.push(format!("src/{path}: `{layer}` is below `{name}` and must not import it"));
            }
        }
    }
    assert!(seen > 100, "only {seen} imports were found: does this test still read them?");
    assert!(upward.is_empty(), "\n{}", upward.join("\n"));
}

#[test]
fn an_import_that_points_up_is_found() {
    assert_eq!(imports("use crate::client::Client;", 1), ["client"]);
    assert_eq!(imports("let x: $crate::http::page::Page<T>;", 1), ["http"]);
    assert_eq!(imports("use super::super::exports;", 2), ["exports"]);
    assert_eq!(imports("use crate::{error::Error, client::Client};", 1), ["error", "client"]);
    assert_eq!(imports("// use crate::client::Client;", 1), Vec::<String>::new());
    assert!(layer_of("client") > layer_of("http"));
}
