//! An application with one call.

use synthflow_wasm::resources::calls::CreateCall;
use synthflow_wasm::{Client, ClientOptions, Error};

/// Places a call.
pub async fn place() -> Result<Option<String>, Error> {
    let client = Client::with_options(ClientOptions::without_key("/synthflow"))?;
    let call = CreateCall::new().model_id("m").name("Ada").phone("+14155550123");
    Ok(client.calls().create(&call).await?.call_id)
}
