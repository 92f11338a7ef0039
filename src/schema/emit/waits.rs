//! The waits as a JavaScript module, for the client.

use crate::schema::ResourceDeclaration;
use crate::schema::naming::camel;

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
