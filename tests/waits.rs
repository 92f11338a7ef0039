//! W1 to W6 for Rust users: lists that end, and waits that retry after transient failures.
#![cfg(all(target_arch = "wasm32", target_os = "unknown"))]
// A failed unwrap is a failed test, and nothing is cut out of what tests run in.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)]
#![allow(clippy::disallowed_macros, clippy::disallowed_methods)]

use core::time::Duration;

use js_sys::{Array, Function};
use synthflow_wasm::resources::agents::ListAgents;
use synthflow_wasm::resources::calls::WaitOptions;
use synthflow_wasm::resources::chats::ListChats;
use synthflow_wasm::resources::contacts::ListContacts;
use synthflow_wasm::resources::simulation_runs::sessions::SimulationRunSession;
use synthflow_wasm::resources::voices::ListVoices;
use synthflow_wasm::{Client, ClientOptions, ErrorKind, LogLevel};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

/// A client whose `fetch` runs a script with `url`, its `query` and the number of the request, and notes what was sent.
fn client(sent: &Array, script: &str) -> Client {
    let make = Function::new_with_args(
        "sent",
        &format!(
            "return async (url) => {{ const index = sent.push(url) - 1;
                const query = new URL(url).searchParams; {script} }}"
        ),
    );
    let fetch: Function = make.call1(&JsValue::UNDEFINED, sent).unwrap().unchecked_into();
    Client::with_options(ClientOptions::new("test").fetch(fetch).log_level(LogLevel::Off)).unwrap()
}

fn options<'a, T>() -> synthflow_wasm::WaitOptions<'a, T> {
    synthflow_wasm::WaitOptions::new().interval(Duration::from_millis(1)).timeout(Duration::from_secs(20))
}

#[wasm_bindgen_test]
async fn w1_a_response_without_pagination_is_complete() {
    let sent = Array::new();
    let client = client(
        &sent,
        "return Response.json({ status: 'Retrieved', response: { voices: [{ voice_id: 'a' }] } });",
    );
    let list = client.voices().list(&ListVoices::new().workspace("w"));
    assert_eq!(list.into_stream().collect_up_to(usize::MAX).await.unwrap().len(), 1);
    assert_eq!(sent.length(), 1);
}

#[wasm_bindgen_test]
async fn w2_a_capped_page_size_loses_nothing_and_pages_may_be_counted_from_zero() {
    let script = "const page = Number(query.get('page_number') ?? 0);
        const items = Array.from({ length: 5 }, (_, id) => ({ id: `${id}` })).slice(page * 2, page * 2 + 2);
        return Response.json({ items, page_number: page, page_size: 2, total: '5' });";
    let sent = Array::new();
    let list = client(&sent, script).contacts().list(&ListContacts::new().page_size(250));
    let items = list.into_stream().collect_up_to(usize::MAX).await.unwrap();
    assert_eq!(items.iter().filter_map(|item| item.id.as_deref()).collect::<String>(), "01234");
    assert_eq!(sent.length(), 3);
}

#[wasm_bindgen_test]
async fn w1_a_repeated_page_is_an_error_where_more_is_expected() {
    let script =
        "return Response.json({ assistants: [{ model_id: 'a' }], pagination: { total_records: 9 } });";
    let list = client(&Array::new(), script).agents().list(&ListAgents::new());
    let error = list.into_stream().collect_up_to(9).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Response);
    assert!(error.message().contains("the response repeats an earlier page"), "{error}");
    for says in [
        "has_more: true",
        "pagination: { has_more: true }",
        "has_more: true, pagination: { total_records: 2 }",
        "has_more: true, pagination: { offset: 0 }",
    ] {
        let sent = Array::new();
        let script = format!("return Response.json({{ assistants: [{{ model_id: 'a' }}], {says} }});");
        let list = client(&sent, &script).agents().list(&ListAgents::new().limit(1));
        let page = list.await.unwrap();
        assert_eq!(page.total, says.contains("total").then_some(2.0), "{says}");
        let error = page.into_stream().collect_up_to(9).await.unwrap_err();
        assert!(error.message().contains("the response repeats an earlier page"), "{says}: {error}");
        assert_eq!(sent.length(), 2, "{says}");
    }
}

#[wasm_bindgen_test]
async fn s22_a_list_that_begins_again_after_some_pages_ends() {
    for says in ["pagination: { total_records: 1e9 }", "has_more: true"] {
        let sent = Array::new();
        let script = format!(
            "return Response.json({{ assistants: [1, 2].map((item) => ({{ model_id: `${{index % 3}} ${{item}}` }})), {says} }});"
        );
        let list = client(&sent, &script).agents().list(&ListAgents::new().limit(2));
        let error = list.into_stream().collect_up_to(99).await.unwrap_err();
        assert!(error.message().contains("the response repeats an earlier page"), "{says}: {error}");
        assert_eq!(sent.length(), 4, "{says}");
    }
    let script = "return Response.json({ assistants: Array.from({ length: 10 }, (_, item) => ({ model_id: `${index % 3} ${item}` })) });";
    let list = client(&Array::new(), script).agents().list(&ListAgents::new());
    assert!(list.into_stream().collect_up_to(99).await.is_err());
    // One item alone may come once more, and so may all if others arrive.
    let script = "return Response.json({ chats: [{ chat_id: 'aba'[index] }], next_cursor: index < 2 ? `c${index}` : '' });";
    let list = client(&Array::new(), script).chats().list(&ListChats::new());
    assert_eq!(list.into_stream().collect_up_to(99).await.unwrap().len(), 3);
    let script = "const [from, total] = [[0, 4], [0, 8], [2, 8], [4, 8]][index];
        return Response.json({ assistants: [1, 2].map((item) => ({ model_id: `${from + item}` })), pagination: { total_records: total } });";
    let list = client(&Array::new(), script).agents().list(&ListAgents::new().limit(2));
    assert_eq!(list.into_stream().collect_up_to(4).await.unwrap().len(), 4);
    let script = "return Response.json({ chats: [1, 2].map((item) => ({ chat_id: `${index % 2} ${item}` })), next_cursor: `c${index}` });";
    let list = client(&Array::new(), script).chats().list(&ListChats::new());
    assert!(list.into_stream().collect_up_to(99).await.is_err());
}

#[wasm_bindgen_test]
async fn w1_a_page_that_repeats_because_an_item_arrived_is_neither_an_error_nor_the_end() {
    let script = "const [id, total] = [['c', 3], ['c', 4], ['b', 4], ['a', 4]][index];
        return Response.json({ assistants: [{ model_id: id }], pagination: { total_records: total } });";
    let list = client(&Array::new(), script).agents().list(&ListAgents::new().limit(1));
    let agents = list.into_stream().collect_up_to(9).await.unwrap();
    let ids: Vec<_> = agents.iter().filter_map(|agent| agent.model_id.as_deref()).collect();
    assert_eq!(ids, ["c", "b", "a"]);
    let script = "return Response.json({ assistants: [{ model_id: 'c' }], pagination: { total_records: 9 + index } });";
    let list = client(&Array::new(), script).agents().list(&ListAgents::new().limit(1));
    let error = list.into_stream().collect_up_to(9).await.unwrap_err();
    assert!(error.message().contains("the response repeats an earlier page"), "{error}");
}

#[wasm_bindgen_test]
async fn w1_an_empty_page_with_a_new_cursor_is_not_the_end_and_with_one_of_before_it_is() {
    let script = "const [id, next_cursor] = [['a', 1], [, 2], ['b', 3], [, 3]][index];
        return Response.json({ chats: id ? [{ chat_id: id }] : [], next_cursor });";
    let sent = Array::new();
    let list = client(&sent, script).chats().list(&ListChats::new());
    let chats = list.into_stream().collect_up_to(9).await.unwrap();
    assert_eq!(chats.len(), 2);
    assert_eq!(sent.length(), 4);
    let script = "return Response.json({ chats: [{ chat_id: `${index}` }], next_cursor: 'same' });";
    let list = client(&Array::new(), script).chats().list(&ListChats::new());
    let error = list.into_stream().collect_up_to(9).await.unwrap_err();
    assert!(error.message().contains("the response repeats an earlier page"), "{error}");
}

#[wasm_bindgen_test]
async fn w1_a_list_whose_pages_are_empty_each_with_a_new_cursor_ends_with_an_error() {
    let sent = Array::new();
    let script =
        "return Response.json({ chats: index ? [] : [{ chat_id: 'a' }], next_cursor: `c${index}` });";
    let list = client(&sent, script).chats().list(&ListChats::new());
    let error = list.into_stream().collect_up_to(9).await.unwrap_err();
    assert_eq!(error.message(), "chats.list: 100 pages in turn are empty");
    assert_eq!(sent.length(), 102);
    let script = "return Response.json({ chats: [{ chat_id: `${index}` }], has_more: index < 2 ? 1 : 'false', next_cursor: `c${index}` });";
    let list = client(&Array::new(), script).chats().list(&ListChats::new());
    assert_eq!(list.into_stream().collect_up_to(9).await.unwrap().len(), 3);
}

#[wasm_bindgen_test]
async fn w1_a_server_with_smaller_pages_than_it_states_loses_nothing() {
    for says in [
        "total: 130, page_size: 100",
        "pagination: { total_records: 130, limit: 100 }",
        "pagination: { limit: 100 }",
        "has_more: at + 30 < 130, pagination: { limit: 100, total_records: 40 }",
    ] {
        let script = format!(
            "const at = (Number(new URL(url).searchParams.get('page_number') ?? 1) - 1) * 30;
            const all = Array.from({{ length: 130 }}, (_, index) => ({{ id: `${{index}}` }}));
            return Response.json({{ items: all.slice(at, at + 30), {says} }});"
        );
        let list = client(&Array::new(), &script).contacts().list(&ListContacts::new().page_size(100));
        let items = list.into_stream().collect_up_to(usize::MAX).await.unwrap();
        assert_eq!(items.len(), 130, "{says}");
    }
    // Begun at a later page, it ends at its total.
    let sent = Array::new();
    let script =
        "return Response.json({ items: [{ id: `${index}` }, ...(index ? [] : [{ id: 'b' }])], total: 7 });";
    let list = client(&sent, script).contacts().list(&ListContacts::new().page_size(2).page_number(3));
    assert_eq!(list.into_stream().collect_up_to(9).await.unwrap().len(), 3);
    assert_eq!(sent.length(), 2);
}

#[wasm_bindgen_test]
async fn w1_has_more_without_a_cursor_is_no_end() {
    let script =
        "return Response.json({ chats: index ? [] : [{ chat_id: 'a' }], has_more: true, next_cursor: 'c' });";
    let list = client(&Array::new(), script).chats().list(&ListChats::new());
    let error = list.into_stream().collect_up_to(9).await.unwrap_err();
    assert!(error.message().contains("the response repeats an earlier page"), "{error}");
    let script = "return Response.json({ chats: [{ chat_id: `${index}` }], has_more: index < 4, next_cursor: `c${index}`, total_records: 3 });";
    let list = client(&Array::new(), script).chats().list(&ListChats::new());
    assert_eq!(list.into_stream().collect_up_to(9).await.unwrap().len(), 5);
    let script = "return Response.json({ chats: [{ chat_id: 'a' }], has_more: true, next_cursor: null });";
    let list = || client(&Array::new(), script).chats().list(&ListChats::new());
    assert!(list().await.unwrap().has_next());
    let error = list().into_stream().collect_up_to(9).await.unwrap_err();
    assert_eq!(error.message(), "chats.list: there is more, but the response does not say where it begins");
}

#[wasm_bindgen_test]
async fn w4_no_page_is_loaded_of_which_nothing_is_needed() {
    let sent = Array::new();
    let script = "return Response.json({ assistants: [{ model_id: `${index}a` }, { model_id: `${index}b` }],
        pagination: { total_records: 9 } });";
    let list = client(&sent, script).agents().list(&ListAgents::new());
    assert_eq!(list.into_stream().collect_up_to(4).await.unwrap().len(), 4);
    assert_eq!(sent.length(), 2);
}

#[wasm_bindgen_test]
async fn w5_transient_failures_do_not_end_a_wait() {
    let sent = Array::new();
    let script = "const status = [404, 503, 503, 503, 503, 500, 200, 503, 'down', 429, 404, 200][index];
        if (status === 'down') throw new TypeError('fetch failed');
        if (status !== 200) return Response.json({ detail: 'no' }, { status });
        return Response.json({ call_id: 'c', call_status: index < 10 ? 'queue' : 'completed' });";
    let call = client(&sent, script).calls().wait("c", options()).await.unwrap();
    assert!(call.call_status.unwrap().is_final());
    assert_eq!(sent.length(), 12);
}

#[wasm_bindgen_test]
async fn w5_what_will_not_pass_ends_it() {
    let sent = Array::new();
    let script = "return index ? Response.json({ detail: 'no' }, { status: 401 }) : Response.json({ status: 'queue' });";
    let error = client(&sent, script).calls().wait("c", options()).await.unwrap_err();
    assert_eq!(error.status(), Some(401), "{error}");
    assert_eq!(sent.length(), 2);
    let busy = client(&Array::new(), "return Response.json({}, { status: 503 });");
    let limited = WaitOptions::new().interval(Duration::from_millis(1)).timeout(Duration::from_millis(100));
    let error = busy.calls().wait("c", limited).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
}

#[wasm_bindgen_test]
async fn the_timeout_quotes_a_status_only_if_it_is_a_short_plain_word() {
    for (status, is_quoted) in
        [("in-progress", true), ("Bearer sk-live-0123456789", false), ("sk-live-0123456789", false)]
    {
        let script = format!("return Response.json({{ status: '{status}' }});");
        let limited =
            WaitOptions::new().interval(Duration::from_millis(1)).timeout(Duration::from_millis(50));
        let error = client(&Array::new(), &script).calls().wait("c", limited).await.unwrap_err();
        assert_eq!(error.message().contains(&format!("(status {status})")), is_quoted, "{error}");
        assert_eq!(error.message().contains(status), is_quoted, "{error}");
    }
}

#[wasm_bindgen_test]
async fn w5_simulations_and_their_sessions_are_waited_for_too() {
    let script = "return Response.json({ status: ['in-progress', 'failed'][index] });";
    let run = client(&Array::new(), script).simulation_runs().wait("s", options()).await.unwrap();
    assert_eq!(run.status.unwrap().as_str(), "failed");
    let script = "const total_simulations = [0, null, '0'][index] ?? (index === 1 ? null : 2);
        return Response.json({ total_simulations, pending_simulations: [0, 0, 0, 2, 2, 1, 0][index] });";
    let mut seen = Vec::new();
    let watched =
        options().on_change(|session: &SimulationRunSession| seen.push(session.pending_simulations));
    client(&Array::new(), script).simulation_runs().sessions().wait("s", watched).await.unwrap();
    assert_eq!(seen, [Some(0), Some(2), Some(1), Some(0)]);
}
