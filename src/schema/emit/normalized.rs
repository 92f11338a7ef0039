//! The normalization of responses and webhook events as a JavaScript module.

use super::{named_types, visit};
use crate::schema::naming::camel;
use crate::schema::rules::Rule;
use crate::schema::{FieldDeclaration, ModelDeclaration, ResourceDeclaration, TypeDeclaration};

/// The module. A field's rule is the name of the field that it is filled from, `NUMERIC`, `PARSED`, or the shape of its
/// value; a star stands for all fields of a map.
pub fn normalized(resources: &[&ResourceDeclaration], events: &[TypeDeclaration]) -> String {
    let mut text = String::from(
        "// Generated from the rules of the declarations by `npm run emit`. Do not edit.\n\n\
         /** A number in a string is converted. */\nexport const NUMERIC = 0;\n\n\
         /** An object or array in a string of JSON is parsed. */\nexport const PARSED = 1;\n",
    );
    let mut types = named_types(resources);
    events.iter().for_each(|event| visit(event, &mut types));
    let mut written = Vec::new();
    for declared in &types {
        if let TypeDeclaration::Model(model) = declared {
            self::model(&mut text, model, &mut written);
        }
    }
    text.push_str("\n/** The shapes of the responses of operations. */\nexport const responses = {\n");
    for resource in resources {
        for operation in resource.operations {
            if let Some(shape) = shape(&operation.response) {
                text.push_str(&format!("  \"{}.{}\": {shape},\n", resource.name, camel(operation.name)));
            }
        }
    }
    text.push_str("};\n");
    text
}

/// Writes the shape of a model after those that it refers to.
fn model(text: &mut String, model: &'static ModelDeclaration, written: &mut Vec<&str>) {
    if written.contains(&model.name) || !is_normalized(&TypeDeclaration::Model(model)) {
        return;
    }
    written.push(model.name);
    for field in model.fields {
        if let Some(inner) = inner(&field.holds) {
            self::model(text, inner, written);
        }
    }
    text.push_str(&format!("\nexport const {} = {{\n", model.name));
    for field in model.fields {
        if let Some(rule) = rule(field) {
            text.push_str(&format!("  {}: {rule},\n", field.name));
        }
    }
    text.push_str("};\n");
}

/// The model in lists and maps.
fn inner(declared: &TypeDeclaration) -> Option<&'static ModelDeclaration> {
    match declared {
        TypeDeclaration::Model(model) => Some(model),
        TypeDeclaration::List(item) | TypeDeclaration::Map(item) => inner(item),
        _ => None,
    }
}

fn is_normalized(declared: &TypeDeclaration) -> bool {
    if let TypeDeclaration::Union(union) = declared {
        let name = union.name;
        assert!(!union.members.iter().any(is_normalized), "the members of {name} cannot be normalized");
    }
    inner(declared).is_some_and(|model| model.fields.iter().any(|field| rule(field).is_some()))
}

/// How a value is written: the name of its model, or the shape of a map.
fn shape(declared: &TypeDeclaration) -> Option<String> {
    match declared {
        TypeDeclaration::Model(model) => is_normalized(declared).then(|| model.name.to_owned()),
        TypeDeclaration::List(item) => {
            assert!(!is_normalized(item), "the items of a list in a field cannot be normalized");
            None
        }
        TypeDeclaration::Map(item) => shape(item).map(|item| format!("{{ \"*\": {item} }}")),
        _ => None,
    }
}

fn rule(field: &FieldDeclaration) -> Option<String> {
    let own = field.rules.iter().filter_map(|rule| match rule {
        Rule::FilledFrom(other) => Some(format!("\"{other}\"")),
        Rule::Numeric => Some("NUMERIC".to_owned()),
        Rule::Json => Some("PARSED".to_owned()),
        _ => None,
    });
    let mut all = own.chain(shape(&field.holds));
    let rule = all.next();
    assert!(all.next().is_none(), "{} has more than one rule of normalization", field.name);
    rule
}
