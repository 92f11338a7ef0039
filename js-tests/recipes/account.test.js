/** The recipes for agents, contacts, knowledge bases and simulations: what they print and change, and how they fail. */

import assert from "node:assert/strict";
import { rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createSuite, withWorld } from "./world.js";

const all = async (list) =>
  (await list.toArray()).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

test("sync-contacts: a dry run changes nothing, and the second sync has nothing to change", () =>
  withWorld(async ({ run, client, sandbox }) => {
    const before = await all(client.contacts.list());
    const dry = await run("sync-contacts.mjs", ["data/contacts.csv"]);
    assert.equal(dry.code, 0);
    assert.match(dry.stdout, /^2 to change, 0 equal$/m);
    assert.deepEqual(await all(client.contacts.list()), before);
    const written = sandbox.requests.filter(({ method }) => method !== "GET");
    assert.deepEqual(written, []);

    const applied = await run("sync-contacts.mjs", ["data/contacts.csv", "--apply"]);
    assert.equal(applied.stdout.replace("2 changed", "2 to change"), dry.stdout);
    const contacts = new Map((await all(client.contacts.list())).map((one) => [one.phone_number, one]));
    assert.deepEqual([...contacts.keys()].sort(), ["+14155550123", "+14155550124", "+14155550129"]);
    const { name, email, contact_metadata } = contacts.get("+14155550123");
    assert.deepEqual([name, email], ["Ada L.", "ada@example.com"]);
    assert.deepEqual(contact_metadata, { vip: "yes", company: "Example Ltd" }, "metadata is added to");

    assert.equal((await run("sync-contacts.mjs", ["data/contacts.csv"])).stdout, "0 to change, 2 equal");
  }));

test("sync-contacts: a bad row stops it before anything is changed", () =>
  withWorld(async ({ run, folder, sent }) => {
    const rows = ["+14155550125,Bob", "+14155550126,Eve"];
    for (const [bad, message] of [
      ["0800555,Bob", "row 3: expected a phone_number with a + that no other row has"],
      [",Bob", "row 3: expected a phone_number with a + that no other row has"],
      ["+14155550125,Bob", "row 3: expected a phone_number with a + that no other row has"],
    ]) {
      writeFileSync(join(folder, "bad.csv"), ["phone_number,name", ...rows, bad].join("\n"));
      const { code, stderr } = await run("sync-contacts.mjs", ["bad.csv", "--apply"]);
      assert.deepEqual([code, stderr], [1, message]);
    }
    assert.deepEqual(sent("contacts.create"), []);
  }));

test("sync-contacts: after a lost response, the next run finds what was created", () =>
  withWorld(async ({ run, client, sandbox }) => {
    sandbox.fail({ operation: "contacts.create", reset: true, afterDelivery: true });
    assert.equal((await run("sync-contacts.mjs", ["data/contacts.csv", "--apply"])).code, 1);
    assert.equal((await run("sync-contacts.mjs", ["data/contacts.csv", "--apply"])).code, 0);
    assert.equal((await client.contacts.list().toArray()).length, 3);
  }));

test("knowledge-base: adds, updates and prunes the files of a folder", () =>
  withWorld(async ({ run, client, folder, sent }) => {
    const names = async () => {
      const [{ id }] = await client.knowledgeBases.list().toArray();
      return (await client.knowledgeBases.sources.list(id).toArray()).map(({ name }) => name).sort();
    };
    const args = ["data/faq", "--name", "FAQ"];
    assert.match((await run("knowledge-base.mjs", args)).stderr, /needs --when/);
    const first = await run("knowledge-base.mjs", [...args, "--when", "Questions", "--agent", "agent-1"]);
    assert.equal(first.stdout, "+ hours.md\n+ returns.md\nFAQ: 2 files, attached");
    assert.deepEqual(await names(), ["hours.md", "returns.md"]);
    assert.equal(sent("knowledgeBases.sources.create")[0].content.split("\n")[0], "# Opening hours");
    assert.equal((await run("knowledge-base.mjs", args)).stdout, "FAQ: 2 files", "nothing is new");

    const later = new Date(Date.now() + 60_000);
    utimesSync(join(folder, "data/faq/hours.md"), later, later);
    rmSync(join(folder, "data/faq/returns.md"));
    const changed = await run("knowledge-base.mjs", args);
    assert.equal(changed.stdout, "~ hours.md\nreturns.md is not in the folder\nFAQ: 1 files");
    assert.deepEqual(await names(), ["hours.md", "returns.md"]);
    assert.match((await run("knowledge-base.mjs", [...args, "--prune"])).stdout, /^- returns\.md$/m);
    assert.deepEqual(await names(), ["hours.md"]);
    assert.equal((await client.knowledgeBases.list().toArray()).length, 1);
  }));

test("test-agent: exits with 0 only if every case succeeds", () =>
  withWorld(async ({ run, client }) => {
    const good = await createSuite(client, [["Books a table", "A time is confirmed"]]);
    const { code, stdout } = await run("test-agent.mjs", ["--suite", good]);
    assert.deepEqual([code, stdout], [0, "ok     Books a table\n1 of 1 succeeded"]);

    const cases = [
      ["Books a table", "A time is confirmed"],
      ["Refuses refunds", "Polite", "[not met] No refund"],
    ];
    const failing = await run("test-agent.mjs", ["--suite", await createSuite(client, cases)]);
    assert.equal(failing.code, 1);
    assert.match(
      failing.stdout,
      /^FAILED Refuses refunds\n {7}.*not met: \[not met\] No refund\n1 of 2 succeeded$/m,
    );

    const empty = await run("test-agent.mjs", ["--suite", await createSuite(client, [])]);
    assert.deepEqual([empty.code, empty.stderr], [1, "the suite Regression has no cases"]);
  }));

test("test-agent: a run that failed, has no analysis, or is missing is a failure", () =>
  withWorld(async ({ run, client, sandbox }) => {
    const suite = await createSuite(client, [
      ["A", "1"],
      ["B", "1"],
      ["C", "1"],
    ]);
    const { cases } = await client.simulationSuites.get(suite);
    const [a, b] = cases.map(({ simulation_case_id }) => ({ simulation_case_id, simulation_id: "run" }));
    const simulations = [
      { ...a, status: "failed", error_info: { message: "the persona hung up", code: 1, type: "call" } },
      { ...b, status: "completed" },
    ];
    const body = { status: "ok", response: { simulations, total_simulations: 2, pending_simulations: 0 } };
    sandbox.fail({ operation: "simulationRuns.sessions.get", status: 200, body });
    const { code, stdout } = await run("test-agent.mjs", ["--suite", suite]);
    assert.equal(code, 1);
    assert.deepEqual(stdout.split("\n"), [
      "FAILED A",
      "       not completed: the persona hung up",
      "FAILED B",
      "       not completed: completed",
      "FAILED C",
      "       not completed: not run",
      "0 of 3 succeeded",
    ]);
  }));

test("sip-transfer: the second run creates and attaches nothing, and the other actions stay", () =>
  withWorld(async ({ run, client, sent }) => {
    const args = ["--agent", "agent-1", "--to", "sip:desk@pbx.example.com"];
    const first = await run("sip-transfer.mjs", args);
    assert.match(first.stdout, /^Created action (\S+): transfer to sip:desk@pbx\.example\.com\nReminder can/);
    assert.match((await run("sip-transfer.mjs", args)).stdout, /^Found action/);
    assert.equal(sent("actions.create").length, 1);
    assert.equal(sent("actions.attach").length, 1);
    const { actions } = await client.agents.get("agent-1", { include_actions: true });
    assert.deepEqual(actions, ["action-1", first.stdout.match(/action (\S+):/)[1]]);
    const { parameters_hard_coded: fields } = await client.actions.get(actions[1]);
    assert.equal(fields.phone, "sip:desk@pbx.example.com");
    assert.equal((await run("sip-transfer.mjs", ["--agent", "agent-1", "--to", "desk"])).code, 1);
  }));

test("provision-agents: one agent per customer, once, with cells as text", () =>
  withWorld(async ({ run, client, folder, sent }) => {
    const args = ["data/template.json", "data/customers.csv"];
    const first = await run("provision-agents.mjs", args);
    assert.match(first.stdout, /^\+ Reminder for Example Ltd: \S+\n\+ Reminder for Nord "AS": \S+$/);
    const second = await run("provision-agents.mjs", args);
    assert.equal(second.stdout, first.stdout.replaceAll("+ Reminder", "  Reminder"));
    assert.equal(sent("agents.create").length, 2);
    const agents = await client.agents.list().toArray();
    const { agent } = agents.find(({ name }) => name === 'Reminder for Nord "AS"');
    assert.match(agent.prompt, /^You call customers of Nord "AS" in Bergen, and remind \{name\}/);

    for (const [csv, message] of [
      ["company,city\nA,Oslo", /no language for A/],
      ["company,city,language\nA,Oslo,es", /Reminder for A: agent\.language: /],
      ["company,city,language\nA,Oslo,de\nA,Rome,it", /two customers/],
    ]) {
      writeFileSync(join(folder, "bad.csv"), csv);
      const { code, stderr } = await run("provision-agents.mjs", ["data/template.json", "bad.csv"]);
      assert.equal(code, 1);
      assert.match(stderr, message);
    }
    assert.equal(sent("agents.create").length, 2);
  }));

test("move-agents: copies to the other workspace, deletes only what was copied", () =>
  withWorld(async ({ run, client, targetClient, sandbox }) => {
    const copied = await run("move-agents.mjs", ["agent-1"]);
    assert.match(copied.stdout, /^\+ Reminder: \S+, without action-1$/);
    const [copy] = await targetClient.agents.list().toArray();
    const [original] = (await client.agents.list().toArray()).filter(({ name }) => name === "Reminder");
    assert.deepEqual({ ...copy, model_id: "" }, { ...original, model_id: "" });

    const again = await run("move-agents.mjs", ["agent-1", "agent-2", "--delete"]);
    assert.match(
      again.stdout,
      /^ {2}Reminder: the target has \S+\n\+ Front desk: \S+, without \+15005550000\n- agent-2$/,
    );
    assert.deepEqual(
      (await client.agents.list().toArray()).map(({ model_id }) => model_id),
      ["agent-1"],
    );
    assert.equal((await targetClient.agents.list()).total, 2);

    const { code } = await run("move-agents.mjs", ["agent-1"], { TARGET_API_KEY: "" });
    assert.equal(code, 1);
    assert.ok(sandbox.requests.length > 0);
  }));

test("move-agents: the original stays if its copy fails", () =>
  withWorld(async ({ run, client }) => {
    const { code } = await run("move-agents.mjs", ["agent-1", "--delete"], {
      TARGET_BASE_URL: "http://127.0.0.1:1/v2",
    });
    assert.equal(code, 1);
    assert.equal((await client.agents.get("agent-1")).name, "Reminder");
  }));

test("find: an agent by either of its kinds of numbers, an action by its name", () =>
  withWorld(async ({ run, client }) => {
    await client.agents.attachPhoneNumbers("agent-1", { phone_numbers: ["+15005550009"] });
    const found = async (...args) => (await run("find.mjs", args)).stdout;
    assert.equal(await found("--number", "+15005550000"), "agent-2 inbound Front desk");
    assert.equal(await found("--number", "+15005550009"), "agent-1 outbound Reminder");
    assert.equal(await found("--action", "send OPENING hours"), "action-2 SEND_SMS");
    const { code, stderr } = await run("find.mjs", ["--action", "Send"]);
    assert.deepEqual([code, stderr], [1, "nothing found"]);
  }));

test("add-action: the agent keeps its others", () =>
  withWorld(async ({ run, client, sent }) => {
    const args = ["--agent", "agent-1", "--action", "action-2"];
    assert.match((await run("add-action.mjs", args)).stdout, /action-1\n\+ action-2$/);
    assert.match((await run("add-action.mjs", args)).stdout, /action-1\n {2}action-2$/);
    assert.equal(sent("actions.attach").length, 1);
    assert.deepEqual((await client.agents.get("agent-1", { include_actions: true })).actions, [
      "action-1",
      "action-2",
    ]);
    assert.equal((await run("add-action.mjs", ["--agent", "agent-1", "--action", "none"])).code, 1);
  }));

test("check-key: a key that is refused, and one that is accepted", () =>
  withWorld(
    async ({ run }) => {
      assert.deepEqual((await run("check-key.mjs")).stdout, "The key is good.");
      const { code, stderr } = await run("check-key.mjs", [], { SYNTHFLOW_API_KEY: "wrong" });
      assert.equal(code, 1);
      assert.match(stderr, /401/);
      assert.equal((await run("check-key.mjs", [], { SYNTHFLOW_API_KEY: "" })).code, 1);
    },
    { apiKey: "test" },
  ));

test("check-key: the region that accepts the key", () =>
  withWorld(async ({ run }) => {
    const NODE_OPTIONS = `--import ${new URL("regions.mjs", import.meta.url)}`;
    const { code, stdout, stderr } = await run("check-key.mjs", [], { SYNTHFLOW_BASE_URL: "", NODE_OPTIONS });
    assert.deepEqual([code, stdout], [0, "The key is good: SYNTHFLOW_REGION=eu"], stderr);
  }));
