//! `api.md`: every method with its HTTP method, path and retry policy; and the pages of the site that `npm run docs` builds,
//! to which it links there.

use super::{trimmed, waits};
use crate::schema::naming::camel;
use crate::schema::{OperationDeclaration, ResourceDeclaration, RetryPolicy};

const HEAD: &str = "<!-- Generated from the declarations in src/resources by `npm run emit`. Do not edit. -->

# All methods

A method takes its path parameters in order, then one object of params, then request options (`signal`, `timeout`, `maxRetries`,
`validation`, `headers`, `extraBody`, `extraQuery`). Its types, with all fields, are in the definitions of the package, which
editors show, and in the reference that `npm run docs` builds in the repository.

*Safe* and *idempotent* requests are retried after transient failures; *non-idempotent* ones only if the first attempt definitely
had no effect.
";

/// What is not an operation: the name, its page in the reference, empty if it has none, and what it is.
const OTHERS: &[(&str, &str, &str)] = &[
    ("new Synthflow(options)", "classes/synthflow-wasm.Synthflow.html#constructor", "Creates a client."),
    (
        "client.check",
        "classes/synthflow-wasm.Synthflow.html#check",
        "Checks whether the API accepts the key, and in which region.",
    ),
    (
        "client.withOptions",
        "classes/synthflow-wasm.Synthflow.html#withoptions",
        "Creates a client with other options.",
    ),
    (
        "client.request",
        "classes/synthflow-wasm.Synthflow.html#request",
        "Sends a request to a route that is not listed here.",
    ),
    (
        "toUpdate",
        "interfaces/synthflow-wasm.Agents.html#toupdate",
        "Of resources with `get` and `update`: turns a response into params.",
    ),
    (
        "calls.findPlaced",
        "interfaces/synthflow-wasm.Calls.html#findplaced",
        "Looks for a call whose response was lost.",
    ),
    (
        "check",
        "functions/synthflow-wasm.check.html",
        "Validates the params of an operation without sending a request.",
    ),
    ("init", "functions/synthflow-wasm.init.html", "Compiles the core beforehand. Optional."),
    (
        "APIPromise",
        "interfaces/synthflow-wasm.APIPromise.html",
        "Returned by methods: `withResponse()`, `asResponse()`.",
    ),
    (
        "PagePromise",
        "interfaces/synthflow-wasm.PagePromise.html",
        "Returned by lists: iterates over all pages, `toArray()`.",
    ),
    ("Page", "interfaces/synthflow-wasm.Page.html", "A page: `data`, `hasNextPage()`, `getNextPage()`."),
    ("SynthflowError", "classes/synthflow-wasm.SynthflowError.html", "Base class of all errors."),
    (
        "synthflow-wasm/calls",
        "modules/synthflow-wasm_calls.html",
        "One object for a call in any form: `summarize`.",
    ),
    (
        "synthflow-wasm/campaign",
        "modules/synthflow-wasm_campaign.html",
        "Calls a list of people: `runCampaign`.",
    ),
    (
        "synthflow-wasm/campaign-file",
        "modules/synthflow-wasm_campaign-file.html",
        "The journal of a campaign as a file: `fileJournal`.",
    ),
    (
        "synthflow-wasm/drift",
        "modules/synthflow-wasm_drift.html",
        "Reports differences from the documented responses: `watchDrift`.",
    ),
    (
        "synthflow-wasm/proxy",
        "modules/synthflow-wasm_proxy.html",
        "A proxy that keeps the key out of pages: `createProxy`.",
    ),
    (
        "synthflow-wasm/sandbox",
        "modules/synthflow-wasm_sandbox.html",
        "Synthflow in memory, for tests: `createSandbox`.",
    ),
    (
        "synthflow-wasm/sandbox-server",
        "modules/synthflow-wasm_sandbox-server.html",
        "The sandbox as a server: `serveSandbox`.",
    ),
    (
        "synthflow-wasm/schema",
        "modules/synthflow-wasm_schema.html",
        "Params as JSON Schema, issues for forms.",
    ),
    (
        "synthflow-wasm/slim",
        "modules/synthflow-wasm_slim.html",
        "The client without the core, which `init` loads from a file of its own.",
    ),
    ("synthflow-wasm/wasm", "modules/synthflow-wasm_wasm.html", "The core, for `init`."),
    (
        "synthflow-wasm/webhooks",
        "modules/synthflow-wasm_webhooks.html",
        "Verifies and reads webhooks: `unwrap`.",
    ),
    ("synthflow-wasm/openapi.json", "", "The API as an OpenAPI document."),
];

/// The index.
pub fn index(resources: &[&ResourceDeclaration]) -> String {
    let mut text = String::from(HEAD);
    for resource in resources {
        text.push_str(&format!("\n## client.{}\n\n{}\n", resource.name, trimmed(resource.docs).join(" ")));
        text.push_str("\n| Method | What it does | Request | Retry policy |\n|---|---|---|---|\n");
        for operation in resource.operations {
            self::operation(&mut text, resource, operation);
        }
    }
    text.push_str("\n## Besides operations\n\n| | |\n|---|---|\n");
    for (name, _, docs) in OTHERS {
        text.push_str(&format!("| `{name}` | {docs} |\n"));
    }
    text
}

/// The pages in the reference, by the names in the first columns of the index.
pub fn pages(resources: &[&ResourceDeclaration]) -> String {
    let mut lines = Vec::new();
    for resource in resources {
        for operation in resource.operations {
            for method in [Some(camel(operation.name)), operation.wait.as_ref().map(|_| "wait".to_owned())] {
                let Some(method) = method else { continue };
                let (name, page, anchor) = (resource.name, resource.type_name, method.to_lowercase());
                lines.push(format!(
                    "  \"{name}.{method}\": \"interfaces/synthflow-wasm.{page}.html#{anchor}\""
                ));
            }
        }
    }
    for (name, page, _) in OTHERS.iter().filter(|(_, page, _)| !page.is_empty()) {
        lines.push(format!("  \"{name}\": \"{page}\""));
    }
    format!("{{\n{}\n}}\n", lines.join(",\n"))
}

fn operation(text: &mut String, resource: &ResourceDeclaration, operation: &OperationDeclaration) {
    text.push_str(&format!(
        "| `{}.{}` | {} | `{} {}` | {} |\n",
        resource.name,
        camel(operation.name),
        first_sentence(&trimmed(operation.docs).join(" ")),
        operation.method,
        operation.path,
        retry_policy(operation),
    ));
    if let Some(wait) = &operation.wait {
        let docs = waits::description(wait).replace('\n', " ");
        text.push_str(&format!(
            "| `{}.wait` | {} | polls `{}.{}` | safe |\n",
            resource.name,
            first_sentence(&docs),
            resource.name,
            operation.name,
        ));
    }
}

/// The first sentence of a comment.
fn first_sentence(docs: &str) -> &str {
    docs.split_inclusive(". ").next().unwrap_or_default().trim_end()
}

fn retry_policy(operation: &OperationDeclaration) -> &'static str {
    match operation.retry_policy {
        RetryPolicy::Safe => "safe",
        RetryPolicy::Idempotent => "idempotent",
        RetryPolicy::NonIdempotent => "non-idempotent",
    }
}
