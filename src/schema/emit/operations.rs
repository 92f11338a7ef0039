//! The operations as a JavaScript module, for the routes of the sandbox and the contract tests.

use super::name;
use crate::schema::naming::camel;
use crate::schema::{ResourceDeclaration, ResponseKind, RetryPolicy};

/// The module.
pub fn operations(resources: &[&ResourceDeclaration]) -> String {
    let mut text = String::from(
        "// Generated from the declarations in src/resources by `npm run emit`. Do not edit.\n\n\
         /** All operations: name, HTTP method, path, retry policy, paging, and what they take and return. */\n\
         export const operations = [\n",
    );
    for resource in resources {
        for operation in resource.operations {
            let params = operation.params.as_ref().and_then(name);
            let kind = match operation.response_kind {
                ResponseKind::Whole => "whole",
                ResponseKind::One => "one",
                ResponseKind::Page => "page",
                ResponseKind::Stream => "stream",
            };
            text.push_str(&format!(
                "  {{\n    name: \"{}.{}\",\n    method: \"{}\",\n    path: \"{}\",\n    retryPolicy: \"{}\",\n    \
                 paging: \"{}\",\n    responseKind: \"{kind}\",\n    isLegacy: {},\n    params: {},\n  }},\n",
                resource.name,
                camel(operation.name),
                operation.method,
                operation.path,
                policy(operation.retry_policy),
                format!("{:?}", operation.paging).to_lowercase(),
                operation.see.is_empty(),
                params.map_or("null".to_owned(), |params| format!("\"{params}\"")),
            ));
        }
    }
    text.push_str("];\n");
    text
}

fn policy(policy: RetryPolicy) -> &'static str {
    match policy {
        RetryPolicy::Safe => "safe",
        RetryPolicy::Idempotent => "idempotent",
        RetryPolicy::NonIdempotent => "non_idempotent",
    }
}
