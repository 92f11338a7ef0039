//! Writes the files that are generated from the declarations, or, with `--check`, fails if one is stale.
//!
//! `cargo run --features emit --bin emit [-- --check]`, from the root of the repository.

// Never part of the wasm.
#![allow(clippy::disallowed_macros, clippy::disallowed_methods)]

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use synthflow_wasm::http::numbers::{action, event};
use synthflow_wasm::resources::RESOURCES;
use synthflow_wasm::resources::calls::CallStatus;
use synthflow_wasm::schema::emit::{Product, products};
use synthflow_wasm::schema::naming::camel;
use synthflow_wasm::schema::rules::Rule;
use synthflow_wasm::schema::{Declared, TypeDeclaration};
use synthflow_wasm::settings::rings::RINGS;
use synthflow_wasm::webhooks::{CHECK_NUMBER, EVENTS, OUTSIDE_CALL};

fn main() -> ExitCode {
    let check = env::args().any(|argument| argument == "--check");
    let is_stale = |path: &str, bytes: &[u8]| fs::read(path).map_or(true, |known| known != bytes);
    let unlisted = unlisted(Path::new("src/resources"));
    if !unlisted.is_empty() {
        for file in unlisted {
            eprintln!(
                "{file}: its operations are in no resource of `resources!` in src/resources/mod.rs: add it there"
            );
        }
        return ExitCode::FAILURE;
    }
    let mut all = products(RESOURCES, EVENTS);
    all.push(Product { path: "pkg-template/generated/events.js", bytes: events().into_bytes() });
    all.push(Product { path: "pkg-template/generated/calls.js", bytes: calls().into_bytes() });
    all.push(Product { path: "pkg-template/generated/rings.js", bytes: rings().into_bytes() });
    all.push(Product { path: "pkg-template/generated/query-fields.js", bytes: query_fields().into_bytes() });
    all.retain(|product| is_stale(product.path, &product.bytes));
    for product in &all {
        if check {
            eprintln!("stale: {}", product.path);
        } else if let Err(error) = fs::write(product.path, &product.bytes) {
            eprintln!("cannot write {}: {error}", product.path);
            return ExitCode::FAILURE;
        } else {
            println!("wrote {} ({} bytes)", product.path, product.bytes.len());
        }
    }
    if check && !all.is_empty() {
        eprintln!("{} generated files are stale: run `npm run emit`", all.len());
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// The files in a folder that declare a resource which is not in the list. The compiler does not see them: a file
/// without a `mod` is not part of the crate.
fn unlisted(folder: &Path) -> Vec<String> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.extend(unlisted(&path));
            continue;
        }
        let text = fs::read_to_string(&path).unwrap_or_default();
        let Some((_, declared)) = text.split_once("\noperations! {") else { continue };
        // `pub Calls = "calls";`
        let name = declared.split('"').nth(1).unwrap_or_default();
        if !RESOURCES.iter().any(|resource| resource.name == name) {
            files.push(path.display().to_string());
        }
    }
    files
}

/// The JavaScript module of what is known of calls.
fn calls() -> String {
    let TypeDeclaration::StringEnum(statuses) = CallStatus::TYPE else { return String::new() };
    let is_final = |value: &&str| CallStatus::from(*value).is_final();
    let all: Vec<_> = statuses.values.iter().map(|value| value.value).filter(is_final).collect();
    let list = |values: &[&str]| values.iter().map(|value| format!("  \"{value}\",\n")).collect::<String>();
    format!(
        "// Generated from src/resources/calls and src/webhooks by `npm run emit`. Do not edit.\n\n\
         /** The statuses of a call that has ended. */\nexport const FINAL_STATUSES = [\n{}];\n\n\
         /** The fields of a post-call event that are not in its `call`. */\n\
         export const OUTSIDE_CALL = [\n{}];\n\n\
         /** The number in a check request. */\nexport const CHECK_NUMBER = \"{CHECK_NUMBER}\";\n",
        list(&all),
        list(OUTSIDE_CALL),
    )
}

/// The JavaScript module of the operations that a pace limits.
fn rings() -> String {
    let names: Vec<_> = RINGS.iter().map(|name| format!("\"{}\"", camel(name))).collect();
    format!(
        "// Generated from src/settings/rings.rs by `npm run emit`. Do not edit.\n\n\
         /** The operations that ring a phone. */\nexport const RINGS = [{}];\n",
        names.join(", ")
    )
}

/// The JavaScript module of the fields that are sent in the query although their operation has a body.
fn query_fields() -> String {
    let mut text = String::from(
        "// Generated from the declarations in src/resources by `npm run emit`. Do not edit.\n\n\
         /** The query fields of operations that also may have a body. */\nexport const QUERY_FIELDS = {\n",
    );
    for resource in RESOURCES {
        for operation in resource.operations {
            let Some(TypeDeclaration::Model(params)) = &operation.params else { continue };
            let fields = params.fields.iter().filter(|field| field.rules.contains(&Rule::InQuery));
            let names: Vec<_> = fields.map(|field| format!("\"{}\"", field.name)).collect();
            if !names.is_empty() {
                let name = camel(operation.name);
                text.push_str(&format!("  \"{}.{name}\": [{}],\n", resource.name, names.join(", ")));
            }
        }
    }
    text.push_str("};\n");
    text
}

/// The JavaScript module of the numbers of events and actions.
fn events() -> String {
    let mut text = "// Generated from src/http/numbers.rs by `npm run emit`. Do not edit.\n".to_owned();
    for (name, number, docs) in event::ALL.iter().chain(action::ALL) {
        text.push_str(&format!("\n/**{docs} */\nexport const {name} = {number};\n"));
    }
    text
}
