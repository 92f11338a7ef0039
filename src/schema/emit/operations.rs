//! The operations as a JavaScript module: what the sandbox routes by and the contract test walks.

use super::{generations_of, name};
use crate::schema::declare::{AnswerForm, OperationDeclaration, ResourceDeclaration};
use crate::schema::names::camel;

fn generations(operation: &OperationDeclaration) -> String {
    let quoted: Vec<String> = generations_of(operation).iter().map(|name| format!("\"{name}\"")).collect();
    format!("[{}]", quoted.join(", "))
}

/// The module.
pub fn operations(resources: &[&ResourceDeclaration]) -> String {
    let mut text = String::from(
        "// Generated from the declarations in src/resources by `npm run emit`. Do not edit.\n\n\
         /** All operations: name, verb, path, repeat class, generation, and what they take and answer. */\n\
         export const operations = [\n",
    );
    for resource in resources {
        for operation in resource.operations {
            let params = operation.params.as_ref().and_then(name);
            let form = match operation.form {
                AnswerForm::Whole => "whole",
                AnswerForm::One => "one",
                AnswerForm::Page => "page",
                AnswerForm::Stream => "stream",
            };
            text.push_str(&format!(
                "  {{\n    name: \"{}.{}\",\n    http: \"{}\",\n    path: \"{}\",\n    repeat: \"{}\",\n    \
                 paging: \"{:?}\",\n    form: \"{form}\",\n    generation: {},\n    params: {},\n  }},\n",
                resource.name,
                camel(operation.name),
                operation.http,
                operation.path,
                format!("{:?}", operation.repeat).replace('_', "-"),
                operation.paging,
                generations(operation),
                params.map_or("null".to_owned(), |params| format!("\"{params}\"")),
            ));
        }
    }
    text.push_str("];\n");
    text
}
