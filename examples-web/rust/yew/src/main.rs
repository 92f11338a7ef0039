//! A page that lists the workspace's agents and creates one, in Yew.
//!
//! It has no API key: it talks to `/synthflow`, a proxy on the page's own origin that adds it.

use synthflow_wasm::resources::agents::{Agent, AgentSettings, AgentType, CreateAgent, ListAgents};
use synthflow_wasm::{Client, ClientOptions, Error};
use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

fn main() {
    yew::Renderer::<App>::new().render();
}

#[component]
fn App() -> Html {
    let client = use_memo((), |()| Client::with_options(ClientOptions::without_key("/synthflow")));
    match &*client {
        Ok(client) => html! { <Agents client={client.clone()} /> },
        Err(error) => failure(error),
    }
}

#[derive(Properties)]
struct AgentsProps {
    client: Client,
}

impl PartialEq for AgentsProps {
    /// The client never changes.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[component]
fn Agents(props: &AgentsProps) -> Html {
    let agents = use_state(Vec::<Agent>::new);
    let error = use_state(|| None::<Error>);
    let is_creating = use_state(|| false);
    let input = use_node_ref();

    let load = {
        let (client, agents, error) = (props.client.clone(), agents.clone(), error.clone());
        move || async move {
            match client.agents().list(&ListAgents::new().limit(50)).await {
                Ok(page) => agents.set(page.data),
                Err(failed) => error.set(Some(failed)),
            }
        }
    };
    {
        let load = load.clone();
        use_effect_with((), move |()| spawn_local(load()));
    }
    let create = {
        let (client, error, is_creating) = (props.client.clone(), error.clone(), is_creating.clone());
        let input = input.clone();
        move |_| {
            let name = input.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            let agent = CreateAgent::new()
                .r#type(AgentType::Widget)
                .name(name)
                .agent(AgentSettings::new().prompt("You greet visitors."));
            let (request, load) = (client.agents().create(&agent), load.clone());
            let (error, is_creating) = (error.clone(), is_creating.clone());
            // A second click while the first is under way would create a second agent.
            is_creating.set(true);
            spawn_local(async move {
                error.set(None);
                match request.await {
                    Ok(_) => load().await,
                    Err(failed) => error.set(Some(failed)),
                }
                is_creating.set(false);
            });
        }
    };
    html! {
        <>
            <h1>{ "Agents" }</h1>
            <input ref={input} placeholder="Name" />
            <button onclick={create} disabled={*is_creating}>{ "Create a widget agent" }</button>
            { for error.as_ref().map(failure) }
            <ul>{ for agents.iter().map(row) }</ul>
        </>
    }
}

fn row(agent: &Agent) -> Html {
    let kind = agent.r#type.as_ref().map(AgentType::as_str);
    html! { <li>{ agent.name.as_deref() }{ " (" }{ kind }{ ")" }</li> }
}

/// An error as a user needs it: what went wrong in each field, and whether the request may have had an effect.
fn failure(error: &Error) -> Html {
    let outcome = error.outcome().as_str();
    html! {
        <div role="alert" data-outcome={outcome}>
            <p>{ error.message() }</p>
            <ul>{ for error.issues().iter().map(|issue| html! { <li>{ issue.message() }</li> }) }</ul>
            <p>{ "Outcome: " }{ outcome }</p>
        </div>
    }
}
