//! `api.md`: every method with its HTTP method, path, types and retry policy.

use super::typescript::{returned, signature};
use super::{name, named_types, trimmed, waits};
use crate::schema::naming::camel;
use crate::schema::{OperationDeclaration, PAGES, ResourceDeclaration, RetryPolicy, TypeDeclaration};

/// The functions that belong to no resource.
const FORMS: &str = r#"
## Forms

`check(operation, params)` of `synthflow-wasm` validates params without sending a request. It returns the issues, and throws for an
unknown operation. `synthflow-wasm/schema` has the rest:

| Function | Returns |
|---|---|
| `describeIssues(operation, issues, options?)` | the issues of `check` or of a `ValidationError`, each with `label`, one sentence for the person at the form, and `keys`, `title`, `kind`, `unit`, `values`, `choices`, `minimum`, `maximum` and `rule`. Options: `labels`, functions by the codes of issues (`english`, the default, and `german` are exported); `params`, for exact `keys` of undeclared names |
| `issuesByPath(issues)` | an object without prototype: the issues of each `path` |
| `schemaOf(operation)` | the JSON Schema of the params |
| `operations()` | the names of the operations that have params |
| `formats` | the formats of the schemas, for ajv |

```ts
import { check } from "synthflow-wasm";
import { describeIssues, german, issuesByPath } from "synthflow-wasm/schema";

const params = { type: "widget", name: "Concierge", agent: { voice_speed: 3 } };
const issues = describeIssues("agents.create", check("agents.create", params), { labels: german });
console.log(issuesByPath(issues)["agent.voice_speed"]?.[0]?.label);
```
"#;

/// The index.
pub fn index(resources: &[&ResourceDeclaration]) -> String {
    let mut text = String::from(
        "<!-- Generated from the declarations in src/resources by `npm run emit`. Do not edit. -->\n\n\
         # All methods\n\n\
         Each takes its path parameters in order, then one object of params, then request options \
         (`signal`, `timeout`, `maxRetries`, `validation`, `headers`, `extraBody`, `extraQuery`).\n\n\
         Retry policy: *safe* and *idempotent* requests are retried after transient failures; \
         *non-idempotent* ones only if the first attempt definitely had no effect.\n\n\
         Methods without a link to Synthflow's documentation belong to the legacy API (the 2025 reference).\n",
    );
    contents(&mut text, resources);
    for resource in resources {
        text.push_str(&format!("\n## client.{}\n\n{}\n", resource.name, trimmed(resource.docs).join(" ")));
        for operation in resource.operations {
            self::operation(&mut text, resource, operation);
        }
    }
    text.push_str(FORMS);
    text.push_str("\n## Types\n\n");
    text.push_str("`synthflow-wasm` exports all types, with documented fields.\n\n");
    let mut names: Vec<_> = named_types(resources).iter().filter_map(|declared| name(declared)).collect();
    names.sort_unstable();
    for name in names {
        text.push_str(&format!("- <a id=\"{}\"></a>`{name}`\n", name.to_lowercase()));
    }
    text
}

/// A table of all operations, each with a link to its section.
fn contents(text: &mut String, resources: &[&ResourceDeclaration]) {
    text.push_str("\n| Method | Request | Retry policy | Documentation |\n|---|---|---|---|\n");
    for resource in resources {
        for operation in resource.operations {
            let name = format!("{}.{}", resource.name, camel(operation.name));
            text.push_str(&format!(
                "| [`{name}`](#{}) | `{} {}` | {} | {} |\n",
                name.to_lowercase().replace('.', ""),
                operation.method,
                operation.path,
                retry_policy(operation),
                page(operation).map_or_else(|| "legacy".to_owned(), |page| format!("[page]({page})")),
            ));
        }
    }
}

fn retry_policy(operation: &OperationDeclaration) -> &'static str {
    match operation.retry_policy {
        RetryPolicy::Safe => "safe",
        RetryPolicy::Idempotent => "idempotent",
        RetryPolicy::NonIdempotent => "non-idempotent",
    }
}

fn operation(text: &mut String, resource: &ResourceDeclaration, operation: &OperationDeclaration) {
    let method = camel(operation.name);
    let policy = retry_policy(operation);
    let page =
        page(operation).map_or_else(|| "legacy API".to_owned(), |page| format!("[documentation]({page})"));
    let signature = signature(operation);
    let call = format!("{method}({signature}): {}", returned(operation));
    text.push_str(&format!(
        "\n### {}.{method}\n\n```ts\nclient.{}.{call}\n```\n\n`{} {}` · {policy} · {page}\n\n{}\n",
        resource.name,
        resource.name,
        operation.method,
        operation.path,
        trimmed(operation.docs).join("\n"),
    ));
    let types: Vec<String> = operation.params.iter().chain([&operation.response]).filter_map(link).collect();
    if !types.is_empty() {
        text.push_str(&format!("\nTypes: {}\n", types.join(", ")));
    }
    if let Some(wait) = &operation.wait {
        let (signature, docs, name) = (waits::signature(operation), waits::description(wait), resource.name);
        text.push_str(&format!("\n### {name}.wait\n\n```ts\nclient.{name}.{signature}\n```\n\n{docs}\n"));
    }
}

/// The page of an operation in Synthflow's documentation, if there is one.
fn page(operation: &OperationDeclaration) -> Option<String> {
    (!operation.see.is_empty()).then(|| [PAGES, operation.see].concat())
}

fn link(declared: &TypeDeclaration) -> Option<String> {
    let name = name(declared)?;
    Some(format!("[`{name}`](#{})", name.to_lowercase()))
}
