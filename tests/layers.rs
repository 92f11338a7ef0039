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

use std::collections::BTreeMap;
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
            found.extend(paths(rest).iter().map(|path| first_name(path)).filter(|name| !name.is_empty()));
        }
    }
    found
}

/// A path, or those of the group that begins here, without what is nested in them.
fn paths(text: &str) -> Vec<&str> {
    let Some(group) = text.strip_prefix('{') else { return vec![text] };
    let (mut found, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                found.push(&group[start..at]);
                start = at + 1;
                if letter == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    found
}

fn first_name(path: &str) -> String {
    path.trim().chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
}

/// What of the crate is in no layer: the library itself, the command that emits, the allocator of the npm package.
const OUTSIDE: [&str; 3] = ["lib", "bin", "allocator"];

/// The layers of the names at the root: of the layers themselves, and of what `lib.rs` re-exports of them.
fn layers_of(lib: &str) -> BTreeMap<String, usize> {
    let mut known: BTreeMap<_, _> =
        LAYERS.iter().zip(0..).map(|(name, at)| ((*name).to_owned(), at)).collect();
    for line in lib.split("pub use ").skip(1) {
        let (layer, names) = line.split_once("::").expect("a re-export is of a layer");
        let layer = rank(layer).expect("a re-export is of a layer");
        let names =
            names.split(';').next().unwrap_or_default().rsplit_once("::").map_or(names, |(_, last)| last);
        known.extend(paths(names).iter().map(|name| (first_name(name), layer)));
    }
    known
}

fn root_names() -> BTreeMap<String, usize> {
    layers_of(&fs::read_to_string("src/lib.rs").expect("it can be read"))
}

#[test]
fn imports_point_down() {
    let mut files = Vec::new();
    sources(Path::new("src"), &mut files);
    let known = root_names();
    let mut upward = Vec::new();
    let mut seen = 0;
    for (path, text) in &files {
        let layer = path.split(['/', '.']).next().unwrap_or_default();
        let Some(own) = rank(layer) else {
            assert!(OUTSIDE.contains(&layer), "src/{path} is in no layer");
            continue;
        };
        let in_folder = path.matches('/').count();
        let depth = if path.ends_with("mod.rs") { in_folder } else { in_folder + 1 };
        for name in imports(text, depth) {
            seen += 1;
            match known.get(&name) {
                None => upward.push(format!("src/{path}: `{name}` is of no layer")),
                Some(&imported) if imported > own => {
                    upward.push(format!("src/{path}: `{layer}` is below `{name}` and must not import it"));
                }
                Some(_) => {}
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
    let nested =
        "use crate::{error::{Error, Issue}, http::{driver::{Page, lines}, exchange}, client::Client};";
    assert_eq!(imports(nested, 1), ["error", "http", "client"]);
    let known = root_names();
    assert!(known["client"] > known["http"]);
    assert_eq!((known["Page"], known["ClientOptions"]), (known["http"], known["settings"]));
    assert_eq!((known["Client"], known["validate"]), (known["client"], known["http"]));
}
