//! `api.md`: every method with its verb, path, types and repeat class.

use super::typescript::{answer, signature};
use super::{name, named_types, trimmed};
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
         *never blind* ones only when the first surely had no effect.\n",
    );
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

fn operation(text: &mut String, resource: &ResourceDeclaration, operation: &OperationDeclaration) {
    let method = camel(operation.name);
    let repeat = match operation.repeat {
        Repeat::safe => "safe",
        Repeat::idempotent => "idempotent",
        Repeat::never_blind => "never blind",
    };
    let signature = signature(operation);
    let call = format!("{method}({signature}): {}", answer(operation));
    text.push_str(&format!(
        "\n### {}.{method}\n\n```ts\nclient.{}.{call}\n```\n\n`{} {}` · {repeat}\n\n{}\n",
        resource.name,
        resource.name,
        operation.http,
        operation.path,
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
