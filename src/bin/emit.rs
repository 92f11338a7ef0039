//! Writes what is made from the declarations, or, with `--check`, fails where it is stale.
//!
//! `cargo run --features emit --bin emit [-- --check]`, from the root of the repository.

// Never part of the wasm.
#![allow(clippy::disallowed_macros)]

use std::process::ExitCode;
use std::{env, fs};

use synthflow_wasm::resources::RESOURCES;
use synthflow_wasm::schema::emit::products;

fn main() -> ExitCode {
    let check = env::args().any(|argument| argument == "--check");
    let is_stale = |path: &str, bytes: &[u8]| fs::read(path).map_or(true, |known| known != bytes);
    let mut all = products(RESOURCES);
    all.retain(|product| is_stale(product.path, &product.bytes));
    for product in &all {
        if check {
            eprintln!("stale: {}", product.path);
        } else if let Err(error) = fs::write(product.path, &product.bytes) {
            eprintln!("cannot write {}: {error}", product.path);
            return ExitCode::FAILURE;
        } else {
            println!("wrote {} ({} bytes)", product.path, product.bytes.len());
        }
    }
    if check && !all.is_empty() {
        eprintln!("{} generated files are not what the declarations say: run `npm run emit`", all.len());
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
