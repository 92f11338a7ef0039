/** Responses without what was asked for, and what the errors advise. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Synthflow } from "synthflow-wasm";
import { rejection } from "../support/server.js";

test("a response that has null where the resource should be is none", async () => {
  for (const [read, field] of [
    [(client) => client.agents.get("a"), "assistants"],
    [(client) => client.calls.get("c"), "calls"],
  ]) {
    for (const body of [{ status: "ok", response: { [field]: null } }, { [field]: null }]) {
      const fetch = async () => Response.json(body);
      const client = new Synthflow({ apiKey: "test", region: "us", fetch, logLevel: "off" });
      const error = await rejection(read(client));
      assert.deepEqual([error.name, error.attempts], ["APIResponseError", 1]);
      assert.match(error.message, new RegExp(`the response has no \`${field}\``));
    }
  }
});

test("the advice about a creation that is unknown names the list that has it, or none", async () => {
  const client = new Synthflow({
    apiKey: "test",
    region: "us",
    validation: "off",
    logLevel: "off",
    fetch: async () => Response.json({ detail: "later" }, { status: 500 }),
  });
  for (const [send, expected] of [
    [
      () => client.calls.create({}),
      /; the call may have been placed; check with calls\.findPlaced whether it/,
    ],
    [() => client.agents.create({}), /; it may have taken effect; check with agents\.list whether it/],
    [
      () => client.knowledgeBases.sources.create("k", {}),
      /; check (with knowledgeBases\.sources\.list )?whether/,
    ],
    [() => client.actions.attach({}), /; check whether it took effect before retrying/],
  ]) {
    assert.match((await rejection(send())).message, expected);
  }
});

test("a 404 of a base URL may be about its path", async () => {
  const fetch = async () => Response.json({ detail: "no" }, { status: 404 });
  for (const [options, expected] of [
    [{ region: "us" }, /no resource with this id in the API key's workspace and region$/],
    [{ baseURL: "https://gateway.example" }, /region, or no such path: check the base URL$/],
  ]) {
    const client = new Synthflow({ apiKey: "test", fetch, logLevel: "off", ...options });
    assert.match((await rejection(client.agents.list())).message, expected);
  }
});
