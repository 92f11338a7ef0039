//! The smallest application: it places one call, and logs its id. `npm run bench` measures its size.
//!
//! It has no API key: it talks to `/synthflow`, a proxy on the page's own origin that adds it.

use synthflow_wasm::resources::calls::CreateCall;
use synthflow_wasm::{Client, ClientOptions, Error};

fn main() {
    wasm_bindgen_futures::spawn_local(async {
        match place().await {
            Ok(id) => web_sys::console::log_1(&id.into()),
            Err(error) => web_sys::console::error_1(&error.to_string().into()),
        }
    });
}

async fn place() -> Result<String, Error> {
    let client = Client::with_options(ClientOptions::without_key("/synthflow"))?;
    let call = CreateCall::new().model_id("m").name("Sam").phone("+14155550100");
    Ok(client.calls().create(&call).await?.call_id.unwrap_or_default())
}
