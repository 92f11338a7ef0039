//! `api.md`: every method with its verb, path, types and repeat class.

use super::typescript::{answer, signature};
use super::{generations_of, name, named_types, trimmed};
use crate::schema::declare::{OperationDeclaration, Repeat, ResourceDeclaration, TypeDeclaration};
use crate::schema::names::camel;

/// The index.
pub fn index(resources: &[&ResourceDeclaration]) -> String {
    let mut text = String::from(
        "<!-- Generated from the declarations in src/resources by `npm run emit`. Do not edit. -->\n\n\
         # All methods\n\n\
         Each takes its path parameters in order, then one object of params, then request options \
         (`signal`, `timeout`, `maxRetries`, `validation`, `headers`, `extraBody`, `extraQuery`).\n\n\
         Repeat class: *safe* and *idempotent* requests are sent again after a failure that passes; \
         *never blind* ones only when the first surely had no effect.\n\n\
         Generation: *current* is the published reference, *seed* the first documentation.\n",
    );
    contents(&mut text, resources);
    for resource in resources {
        text.push_str(&format!("\n## client.{}\n\n{}\n", resource.name, trimmed(resource.docs).join(" ")));
        for operation in resource.operations {
            self::operation(&mut text, resource, operation);
        }
    }
    text.push_str("\n## Types\n\n");
    text.push_str("All are exported by `synthflow-wasm`, with their fields described.\n\n");
    let mut names: Vec<_> = named_types(resources).iter().filter_map(|declared| name(declared)).collect();
    names.sort_unstable();
    for name in names {
        text.push_str(&format!("- <a id=\"{}\"></a>`{name}`\n", name.to_lowercase()));
    }
    text
}

/// Every operation in a table, each with a link to its paragraph.
fn contents(text: &mut String, resources: &[&ResourceDeclaration]) {
    text.push_str("\n| Method | Request | Repeat class | Generation |\n|---|---|---|---|\n");
    for resource in resources {
        for operation in resource.operations {
            let name = format!("{}.{}", resource.name, camel(operation.name));
            text.push_str(&format!(
                "| [`{name}`](#{}) | `{} {}` | {} | {} |\n",
                name.to_lowercase().replace('.', ""),
                operation.http,
                operation.path,
                repeat(operation),
                generations_of(operation).join(", "),
            ));
        }
    }
}

fn repeat(operation: &OperationDeclaration) -> &'static str {
    match operation.repeat {
        Repeat::safe => "safe",
        Repeat::idempotent => "idempotent",
        Repeat::never_blind => "never blind",
    }
}

fn operation(text: &mut String, resource: &ResourceDeclaration, operation: &OperationDeclaration) {
    let method = camel(operation.name);
    let repeat = repeat(operation);
    let signature = signature(operation);
    let call = format!("{method}({signature}): {}", answer(operation));
    text.push_str(&format!(
        "\n### {}.{method}\n\n```ts\nclient.{}.{call}\n```\n\n`{} {}` · {repeat} · {}\n\n{}\n",
        resource.name,
        resource.name,
        operation.http,
        operation.path,
        generations_of(operation).join(" and "),
        trimmed(operation.docs).join("\n"),
    ));
    let types: Vec<String> = operation.params.iter().chain([&operation.answer]).filter_map(link).collect();
    if !types.is_empty() {
        text.push_str(&format!("\nTypes: {}\n", types.join(", ")));
    }
}

fn link(declared: &TypeDeclaration) -> Option<String> {
    let name = name(declared)?;
    Some(format!("[`{name}`](#{})", name.to_lowercase()))
}
