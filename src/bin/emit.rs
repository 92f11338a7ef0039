//! Writes what is made from the declarations, or, with `--check`, fails where it is stale.
//!
//! `cargo run --features emit --bin emit [-- --check]`, from the root of the repository.

use std::process::ExitCode;
use std::{env, fs};

use synthflow_wasm::resources::RESOURCES;
use synthflow_wasm::schema::emit::products;

fn main() -> ExitCode {
    let check = env::args().any(|argument| argument == "--check");
    let mut stale = 0;
    for product in products(RESOURCES) {
        if fs::read(product.path).is_ok_and(|bytes| bytes == product.bytes) {
            continue;
        }
        stale += 1;
        if check {
            eprintln!("stale: {}", product.path);
        } else if let Err(error) = fs::write(product.path, &product.bytes) {
            eprintln!("cannot write {}: {error}", product.path);
            return ExitCode::FAILURE;
        } else {
            println!("wrote {} ({} bytes)", product.path, product.bytes.len());
        }
    }
    if check && stale > 0 {
        eprintln!("{stale} generated files are not what the declarations say: run `npm run emit`");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
