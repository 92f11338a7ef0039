//! JavaScript's names for what the declarations name as Rust does: `batchCalls.listTasks` for `batch_calls.list_tasks`.

use std::collections::{BTreeMap, BTreeSet};

use super::declare::{ModelDeclaration, ResourceDeclaration, TypeDeclaration};
use super::naming::{camel, snake};

/// Request options that the documentation of operations names.
const OPTIONS: [&str; 1] = ["max_retries"];

/// The names that differ.
#[derive(Default)]
pub struct Names {
    /// Of operations with their resource: they are nothing else anywhere.
    full: BTreeMap<String, String>,
    /// Names that are those of ours in code only, as between backticks.
    plain: BTreeMap<String, String>,
}

impl Names {
    /// The names of operations, of resources, of fields in camelCase, and of options.
    #[must_use]
    pub fn of(resources: &[&ResourceDeclaration]) -> Self {
        let mut names = Self::default();
        let mut fields = BTreeSet::new();
        for resource in resources {
            names.plain.insert(snake(resource.name), resource.name.to_owned());
            for operation in resource.operations {
                let name = camel(operation.name);
                let full = [&snake(resource.name), ".", operation.name].concat();
                names.full.insert(full, [resource.name, ".", &name].concat());
                names.plain.insert(operation.name.to_owned(), name);
                operation
                    .params
                    .iter()
                    .chain([&operation.response])
                    .for_each(|one| collect(one, &mut fields));
            }
        }
        names.plain.extend(fields.iter().map(|field| (snake(field), (*field).to_owned())));
        names.plain.extend(OPTIONS.map(|option| (option.to_owned(), camel(option))));
        // The name of a field of the API is the same in both languages.
        names.plain.retain(|rust, javascript| rust != javascript && !fields.contains(rust.as_str()));
        names
    }

    /// A text with JavaScript's names.
    #[must_use]
    pub fn javascript(&self, text: &str) -> String {
        let is_name = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '.');
        let mut made = String::with_capacity(text.len());
        let (mut is_code, mut rest) = (false, text);
        while let Some(letter) = rest.chars().next() {
            let end = rest.find(|letter| !is_name(letter)).unwrap_or(rest.len());
            if end == 0 {
                is_code ^= letter == '`';
                made.push(letter);
                rest = rest.get(letter.len_utf8()..).unwrap_or_default();
                continue;
            }
            let (word, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
            let name = word.trim_end_matches('.');
            // Not the step of a path.
            let plain = self.plain.get(name).filter(|_| is_code && !made.ends_with('/'));
            made.push_str(self.full.get(name).or(plain).map_or(name, String::as_str));
            made.push_str(word.get(name.len()..).unwrap_or_default());
            rest = after;
        }
        made
    }
}

fn collect(declared: &TypeDeclaration, names: &mut BTreeSet<&'static str>) {
    match declared {
        TypeDeclaration::List(item) | TypeDeclaration::Map(item) => collect(item, names),
        TypeDeclaration::Union(union) => union.members.iter().for_each(|member| collect(member, names)),
        TypeDeclaration::Model(ModelDeclaration { fields, .. }) => {
            for field in *fields {
                names.insert(field.name);
                collect(&field.holds, names);
            }
        }
        _ => {}
    }
}
