//! Generates everything that is derived from the declarations, for the `emit` binary.

mod across;
mod api;
mod json_schema;
mod normalized;
mod operations;
mod schemas;
mod titles;
mod typescript;
mod waits;

use std::cell::RefCell;

use super::declare::{ResourceDeclaration, TypeDeclaration};
use super::encode::{Half, encode};
use super::javascript::Names;

/// A generated file.
pub struct Product {
    /// The path, from the root of the repository.
    pub path: &'static str,
    /// The content.
    pub bytes: Vec<u8>,
}

/// All generated files.
#[must_use]
pub fn products(resources: &[&ResourceDeclaration], events: &[TypeDeclaration]) -> Vec<Product> {
    NAMES.set(Names::of(resources));
    let product = |path, bytes| Product { path, bytes };
    vec![
        product("src/schema/generated/requests.table", encode(resources, Half::Requests).into_bytes()),
        product("pkg-template/generated/responses.js", responses(resources)),
        product("pkg-template/generated/types.d.ts", typescript::types(resources).into_bytes()),
        product("pkg-template/generated/webhooks.d.ts", typescript::webhooks(resources, events).into_bytes()),
        product(
            "pkg-template/generated/normalized.js",
            normalized::normalized(resources, events).into_bytes(),
        ),
        product("pkg-template/generated/operations.js", operations::operations(resources).into_bytes()),
        product("pkg-template/generated/waits.js", waits::waits(resources).into_bytes()),
        product("pkg-template/generated/schemas.json", schemas::schemas(resources).into_bytes()),
        product(
            "pkg-template/generated/openapi.json",
            schemas::openapi(resources, env!("CARGO_PKG_VERSION")).into_bytes(),
        ),
        product("api.md", api::index(resources).into_bytes()),
        product("pkg-template/generated/pages.json", api::pages(resources).into_bytes()),
    ]
}

/// The table of responses as a JavaScript module: a JSON string is also one of JavaScript.
fn responses(resources: &[&ResourceDeclaration]) -> Vec<u8> {
    let table = serde_json::Value::String(encode(resources, Half::Responses));
    format!(
        "// Generated from the declarations in src/resources by `npm run emit`. Do not edit.\n\n\
         /** The shapes of all responses, packed: see src/schema/table.rs. */\nexport const responses =\n  {table};\n"
    )
    .into_bytes()
}

/// All named types that are reachable, each once, in the order of first use.
fn named_types(resources: &[&ResourceDeclaration]) -> Vec<TypeDeclaration> {
    let mut found = Vec::new();
    for operation in resources.iter().flat_map(|resource| resource.operations) {
        for start in operation.params.iter().chain([&operation.response]) {
            visit(start, &mut found);
        }
    }
    found
}

fn visit(declared: &TypeDeclaration, found: &mut Vec<TypeDeclaration>) {
    let Some(name) = name(declared) else {
        if let TypeDeclaration::List(item) | TypeDeclaration::Map(item) = declared {
            visit(item, found);
        }
        return;
    };
    if let Some(known) = found.iter().find(|known| self::name(known) == Some(name)) {
        assert!(same(known, declared), "two types are called {name}");
        return;
    }
    found.push(*declared);
    match declared {
        TypeDeclaration::Model(model) => {
            model.fields.iter().for_each(|field| visit(&field.holds, found));
        }
        TypeDeclaration::Union(union) => {
            union.members.iter().for_each(|member| visit(member, found));
        }
        _ => {}
    }
}

/// Whether two types with the same name are the same: compares their docs.
fn same(one: &TypeDeclaration, other: &TypeDeclaration) -> bool {
    let docs = |declared: &TypeDeclaration| match declared {
        TypeDeclaration::Model(model) => model.docs,
        TypeDeclaration::StringEnum(choice) => choice.docs,
        TypeDeclaration::Union(union) => union.docs,
        _ => &[],
    };
    docs(one) == docs(other)
}

/// The name of a type, if it has one.
fn name(declared: &TypeDeclaration) -> Option<&'static str> {
    match declared {
        TypeDeclaration::Model(model) => Some(model.name),
        TypeDeclaration::StringEnum(choice) => Some(choice.name),
        TypeDeclaration::Union(union) => Some(union.name),
        _ => None,
    }
}

thread_local! {
    /// What the declarations name otherwise than JavaScript does.
    static NAMES: RefCell<Names> = RefCell::default();
}

/// A text of the declarations with JavaScript's names.
fn javascript(text: &str) -> String {
    NAMES.with_borrow(|names| names.javascript(text))
}

/// Doc lines as paragraphs, without the space that `///` leaves before each, and with JavaScript's names.
fn trimmed(docs: &[&str]) -> Vec<String> {
    docs.iter().map(|line| javascript(line.strip_prefix(' ').unwrap_or(line))).collect()
}
