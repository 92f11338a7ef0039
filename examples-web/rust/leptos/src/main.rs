//! A page that lists the workspace's agents and creates one, in Leptos.
//!
//! It has no API key: it talks to `/synthflow`, a proxy on the page's own origin that adds it.

use leptos::prelude::*;
use synthflow_wasm::resources::agents::{Agent, AgentSettings, AgentType, CreateAgent, ListAgents};
use synthflow_wasm::{Client, ClientOptions, Error};

fn main() {
    let client = Client::with_options(ClientOptions::without_key("/synthflow"));
    mount_to_body(move || match client {
        Ok(client) => view! { <Agents client /> }.into_any(),
        Err(error) => view! { <Failure error /> }.into_any(),
    });
}

#[component]
fn Agents(client: Client) -> impl IntoView {
    let lister = client.clone();
    let agents = LocalResource::new(move || {
        let client = lister.clone();
        async move { client.agents().list(&ListAgents::new().limit(50)).await }
    });
    let (name, set_name) = signal(String::new());
    let create = Action::new_local(move |name: &String| {
        let agent = CreateAgent::new()
            .r#type(AgentType::Widget)
            .name(name.as_str())
            .agent(AgentSettings::new().prompt("You greet visitors."));
        let request = client.agents().create(&agent);
        async move {
            let saved = request.await?;
            agents.refetch();
            Ok::<_, Error>(saved)
        }
    });
    // A second click while the first is under way would create a second agent.
    let submit = move |_| {
        if !create.pending().get_untracked() {
            create.dispatch_local(name.get_untracked());
        }
    };
    view! {
        <h1>"Agents"</h1>
        <input placeholder="Name" on:input:target=move |event| set_name.set(event.target().value()) />
        <button on:click=submit disabled=move || create.pending().get()>"Create a widget agent"</button>
        {move || create.value().get().and_then(Result::err).map(|error| view! { <Failure error /> })}
        {move || match agents.get() {
            None => view! { <p>"Loading …"</p> }.into_any(),
            Some(Err(error)) => view! { <Failure error /> }.into_any(),
            Some(Ok(page)) => {
                let rows = page.data.into_iter().map(|agent| view! { <Row agent /> }).collect_view();
                view! { <ul>{rows}</ul> }.into_any()
            }
        }}
    }
}

#[component]
fn Row(agent: Agent) -> impl IntoView {
    let kind = agent.r#type.map(|kind| kind.to_string());
    view! { <li>{agent.name} " (" {kind} ")"</li> }
}

/// An error as a user needs it: what went wrong in each field, and whether the request may have had an effect.
#[component]
fn Failure(error: Error) -> impl IntoView {
    let outcome = error.outcome().as_str();
    let issues = error.issues().iter().map(|issue| view! { <li>{issue.message()}</li> }).collect_view();
    view! {
        <div role="alert" data-outcome=outcome>
            <p>{error.message().to_owned()}</p>
            <ul>{issues}</ul>
            <p>"Outcome: " {outcome}</p>
        </div>
    }
}
