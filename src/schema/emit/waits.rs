//! The waits: their methods in TypeScript, and what the client knows of them as a JavaScript module.

use super::typescript::{docs, type_of};
use crate::schema::naming::camel;
use crate::schema::{OperationDeclaration, ResourceDeclaration, WaitDeclaration};

/// The module.
pub fn waits(resources: &[&ResourceDeclaration]) -> String {
    let mut text = String::from(
        "// Generated from the declarations in src/resources by `npm run emit`. Do not edit.\n\n\
         /**\n * How something is waited for, by the operation that gets it: its name, the fields of its status, the field \
         that is 0 before\n * it has begun, and its final statuses.\n */\nexport const waits = {\n",
    );
    for resource in resources {
        for operation in resource.operations {
            let Some(wait) = &operation.wait else { continue };
            let list = |names: &str| {
                let names: Vec<String> = names.split(' ').map(|name| format!("\"{name}\"")).collect();
                format!("[{}]", names.join(", "))
            };
            text.push_str(&format!(
                "  \"{}.{}\": [\n    \"{}\",\n    {},\n    \"{}\",\n    {},\n  ],\n",
                resource.name,
                camel(operation.name),
                wait.noun,
                list(wait.status),
                wait.begun,
                list(wait.is_final),
            ));
        }
    }
    text.push_str("};\n");
    text
}

/// The method that waits for what the operation gets.
pub fn method(
    text: &mut String,
    resource: &str,
    operation: &OperationDeclaration,
    declared: &WaitDeclaration,
) {
    let WaitDeclaration { noun, status, .. } = declared;
    let status = status.split(' ').next().unwrap_or_default();
    let mut lines: Vec<String> = description(declared).lines().map(str::to_owned).collect();
    lines.extend([
        "@example".to_owned(),
        "```ts".to_owned(),
        format!("const {noun} = await client.{resource}.wait(\"your-{noun}-id\", {{"),
        "  timeout: 600_000,".to_owned(),
        format!("  onChange: ({{ {status} }}) => console.log({status}),"),
        "});".to_owned(),
        "```".to_owned(),
    ]);
    docs(text, "  ", lines);
    text.push_str(&format!("  {};\n", signature(operation)));
}

/// The parameters and the result of that method.
pub fn signature(operation: &OperationDeclaration) -> String {
    let response = type_of(&operation.response);
    let id = operation.path_parameters.join(": string, ");
    format!("wait({id}: string, options?: WaitOptions<{response}> | undefined): Promise<{response}>")
}

/// What it does.
pub fn description(WaitDeclaration { noun, .. }: &WaitDeclaration) -> String {
    format!(
        "Polls a {noun} until it has ended, and resolves to it. Transient failures do not end the wait, nor does\n\
         a 404 in its first 10 seconds. Rejects with an `APITimeoutError` if the {noun} is still running after\n\
         `timeout`, which does not end it."
    )
}
