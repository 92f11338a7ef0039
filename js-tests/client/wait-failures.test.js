/** W5, W6: which failures a wait retries after, and which end it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { APIResponseError, APITimeoutError, Synthflow } from "synthflow-wasm";
import { createSandbox } from "synthflow-wasm/sandbox";
import { rejection, reply, withServer } from "../support/server.js";

const call = (status) => ({ status: "ok", response: { calls: [{ call_id: "c", status }] } });

/** Responds as a script says, whose entries are statuses of HTTP, statuses of the call, or what to do. */
const scripted = (script) => (_, response, index) => {
  const entry = script[index] ?? "completed";
  if (typeof entry === "string") return call(entry);
  if (typeof entry === "function") return entry(response);
  reply(response, entry, { detail: "told to" });
};

const destroy = (response) => void response.destroy();
const cut = (response) => {
  response.writeHead(200, { "content-length": 100 });
  response.write("{", () => response.destroy());
};
const limited = (response) => reply(response, 429, { detail: "slow down" }, { "retry-after": "1" });

test("W5: transient failures do not end a wait, however many there are", async () => {
  const script = [404, 404, 503, 503, 503, 503, 500, 502, 504, 408, 520, destroy, cut, "queue", 503, destroy];
  await withServer(
    scripted([...script, ...script.slice(2), "in-progress"]),
    async ({ client, delivered }) => {
      const seen = [];
      const onChange = ({ status }) => seen.push(status);
      const ended = await client({ maxRetries: 0 }).calls.wait("c", {
        interval: 5,
        timeout: 20_000,
        onChange,
      });
      assert.equal(ended.status, "completed");
      assert.deepEqual(seen, ["queue", "in-progress", "completed"]);
      assert.equal(delivered.length, script.length * 2);
    },
  );
});

test("W5: Retry-After is waited for, even if it is longer than maxRetryAfter", async () => {
  await withServer(scripted([limited]), async ({ client, delivered }) => {
    const from = performance.now();
    await client({ maxRetryAfter: 10 }).calls.wait("c", { interval: 5, timeout: 10_000 });
    assert.ok(performance.now() - from > 990);
    assert.equal(delivered.length, 2);
  });
});

test("W5: the wait's own timeout ends it", async () => {
  const busy = (_, response) => void reply(response, 503, { detail: "no" });
  await withServer(busy, async ({ client, delivered }) => {
    const from = performance.now();
    const error = await rejection(client().calls.wait("c", { interval: 10, timeout: 400 }));
    const took = performance.now() - from;
    assert.ok(error instanceof APITimeoutError, String(error));
    assert.ok(took > 395 && took < 900, `${took} ms`);
    // The pause between two attempts is no longer than the interval, but for a minimum of 50 ms.
    assert.ok(delivered.length > 4 && delivered.length < 10, `${delivered.length} requests`);
  });
});

test("W5: what is not transient ends it immediately", async () => {
  for (const status of [400, 401, 403, 409, 422]) {
    await withServer(scripted(["queue", status]), async ({ client, delivered }) => {
      const error = await rejection(client().calls.wait("c", { interval: 5 }));
      assert.equal(error.status, status);
      assert.equal(delivered.length, 2);
    });
  }
});

const none = () => ({ status: "ok", response: { calls: [] } });

test("W5: a call may be missing in the first seconds, also once it was there", async () => {
  const script = [none, 404, "in-progress", 404, none, "queue", 404, "completed"];
  await withServer(scripted(script), async ({ client, delivered }) => {
    assert.equal((await client().calls.wait("c", { interval: 5 })).status, "completed");
    assert.equal(delivered.length, 8);
  });
});

test("W5: one that is missing ends the wait after ten seconds, on a clock that nobody sets", async (context) => {
  const real = performance.now.bind(performance);
  let shift = 0;
  context.mock.method(performance, "now", () => real() + shift);
  const later = (found, missing) => (request, response, index) => {
    shift = index === 3 ? shift + 10_000 : shift;
    return scripted([found, found, found, missing])(request, response, index);
  };
  for (const [found, missing] of [
    [404, 404],
    ["queue", 404],
    ["queue", none],
  ]) {
    await withServer(later(found, missing), async ({ client, delivered }) => {
      const error = await rejection(client().calls.wait("c", { interval: 5 }));
      assert.ok(missing === none ? error instanceof APIResponseError : error.status === 404, String(error));
      assert.equal(delivered.length, 4);
    });
  }
});

test("W6: an unknown option is refused, with the nearest name", async () => {
  await withServer(scripted([]), async ({ client, delivered }) => {
    for (const [resource, name] of [
      [client().calls, "calls.wait"],
      [client().simulationRuns, "simulationRuns.wait"],
      [client().simulationRuns.sessions, "simulationRuns.sessions.wait"],
    ]) {
      const error = await rejection(resource.wait("c", { intervall: 5 }));
      assert.equal(error.message, `there is no ${name} option "intervall"; did you mean "interval"?`);
      assert.equal(error.outcome, "not-sent");
    }
    assert.equal(delivered.length, 0);
  });
});

test("W5: simulations, their sessions and batches are waited for as calls are", async () => {
  const runs = ["in-progress", "in-progress", "failed"];
  const respond = (_, __, index) => ({ status: "ok", response: { simulation_id: "s", status: runs[index] } });
  await withServer(respond, async ({ client, delivered }) => {
    assert.equal((await client().simulationRuns.wait("s", { interval: 1 })).status, "failed");
    assert.deepEqual(
      delivered.map(({ url }) => url),
      runs.map(() => "/v2/simulations/s"),
    );
  });
  const batches = ["scheduled", "paused", "in_progress", "canceled"];
  const batch = (_, __, index) => ({
    status: "ok",
    response: { batch_call_id: "b", status: batches[index] },
  });
  await withServer(batch, async ({ client }) => {
    const seen = [];
    const onChange = ({ status }) => seen.push(status);
    assert.equal((await client().batchCalls.wait("b", { interval: 1, onChange })).status, "canceled");
    assert.deepEqual(seen, batches);
  });
  // Nothing is pending before the session has any runs.
  const none = [
    { total_simulations: 0, pending_simulations: 0 },
    { total_simulations: "0", pending_simulations: "0" },
    { total_simulations: null, pending_simulations: 0 },
  ];
  const session = (_, __, index) => {
    const count = [...none, 2, 2, 1, 0][index];
    const body = typeof count === "number" ? { total_simulations: 2, pending_simulations: count } : count;
    return { status: "ok", response: { simulation_session_id: "s", ...body } };
  };
  await withServer(session, async ({ client }) => {
    const seen = [];
    const onChange = ({ pending_simulations }) => seen.push(pending_simulations);
    await client().simulationRuns.sessions.wait("s", { interval: 1, onChange });
    assert.deepEqual(seen.map(Number), [0, 2, 1, 0]);
  });
  await withServer(session, async ({ client }) => {
    const error = await rejection(client().simulationRuns.sessions.wait("s", { timeout: 50 }));
    assert.match(error.message, /^no end of the session was seen within 50 ms \(status 0\)/);
  });
});

test("the timeout of a wait quotes a status only if it is a short plain word", async () => {
  const apiKey = "sk-live-0123456789";
  const late = /^no end of the call was seen within 500 ms \(status ([\w-]+)\); call wait\(\)/;
  const cases = [
    ["in-progress", "in-progress"],
    ["not_yet", "not_yet"],
    [`Bearer ${apiKey}`],
    [apiKey],
    ["Alice Example"],
    ["+14155550100"],
    [14155550100],
    ["a\nb"],
    ["é"],
    ["x".repeat(41)],
    ["x".repeat(100_000)],
  ];
  const check = async ([status, quoted = "unknown"]) => {
    const client = new Synthflow({ apiKey, region: "us", fetch: async () => Response.json(call(status)) });
    const error = await rejection(client.calls.wait("c", { interval: 100, timeout: 500 }));
    assert.equal(error.name, "APITimeoutError");
    assert.equal(late.exec(error.message)?.[1], quoted, error.message.slice(0, 200));
  };
  await Promise.all(cases.map(check));
});

test("W5: in the sandbox, a simulation and its session end", async () => {
  const client = new Synthflow({ apiKey: "test", fetch: createSandbox({ callDuration: 0 }).fetch });
  const [{ model_id }] = (await client.agents.list()).data;
  const { simulation_case_id } = await client.simulationCases.create({
    name: "Books",
    prompt: "You want an appointment",
    type: "custom",
    success_criteria: ["it is booked"],
    call_success_type: "all",
  });
  const run = await client.simulationRuns.start({ simulation_case_id, target_agent_id: model_id });
  const { sessions } = client.simulationRuns;
  assert.equal((await sessions.wait(run.simulation_session_id, { interval: 1 })).completed_simulations, 1);
  assert.equal((await client.simulationRuns.wait(run.simulation_id, { interval: 1 })).status, "completed");
});
