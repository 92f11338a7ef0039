/** `calls create`: never without `--yes`, never twice, and clear about what is unknown. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { test } from "node:test";
import { reply, withServer } from "../support/server.js";
import { cli, collect, environment, runCli, startCli, withSandbox } from "./support.js";

const call = ["calls", "create", "--agent", "a", "--phone", "+14155550123", "--name", "Sam"];

test("without --yes no request is sent: what would be sent is printed, and the exit code is 2", async () => {
  await withServer(
    () => ({ response: { call_id: "c" } }),
    async ({ url, delivered }) => {
      const env = { SYNTHFLOW_API_KEY: "test", SYNTHFLOW_BASE_URL: `${url}/v2` };
      for (const args of [
        call,
        [...call, "--variable", "time=9:30", "--variable", "x=a=b"],
        [...call, "--output", "table"],
        [...call, "--base-url", `${url}/v2`],
        ["calls", "create", "--params", "-"],
      ]) {
        const input = JSON.stringify({ model_id: "a", phone: "+14155550123", name: "Sam", yes: undefined });
        const { code, stdout, stderr } = await runCli(args, { env, input });
        assert.equal(code, 2, stderr);
        assert.match(stdout, /\+14155550123/);
        assert.match(
          stderr,
          /nothing was sent\. This would call \+14155550123 \(http:\/\/127\.0\.0\.1:\d+\/v2\)/,
        );
        assert.match(stderr, /Add --yes to place the call/);
      }
      // Of two, the last one would be called.
      for (const twice of [
        ["--phone", "+14155550199"],
        ["--agent", "b"],
        ["--variable", "a=1", "--variable", "a=2"],
      ]) {
        const { code, stderr } = await runCli([...call, ...twice, "--yes"], { env });
        assert.equal(code, 2, twice.join());
        assert.match(stderr, /is given twice/);
      }
      // Other spellings are none.
      for (const wrong of [["--ye"], ["--yes=true"], ["--y"], ["yes"], ["--no-yes"], ["--", "--yes"]]) {
        const { code } = await runCli([...call, ...wrong], { env });
        assert.equal(code, 2, wrong.join());
      }
      const fromFile = JSON.stringify({ model_id: "a", phone: "+14155550123", name: "Sam", yes: true });
      assert.equal((await runCli(["calls", "create", "--params", "-"], { env, input: fromFile })).code, 1);
      assert.deepEqual(delivered, []);
    },
  );
});

test("with --yes one call is placed; options override the file", async () => {
  await withSandbox({}, async ({ run, sandbox, json }) => {
    const [{ model_id }] = await json("agents", "list");
    const params = { model_id, phone: "+14155550199", name: "File", custom_variables: { a: "1" } };
    const args = ["calls", "create", "--params", "-", "--phone", "+14155550123", "--name", "Sam"];
    const variables = ["--variable", "time=9:30"];
    const { code, stdout } = await run([...args, ...variables, "--yes"], { input: JSON.stringify(params) });
    assert.equal(code, 0);
    assert.match(JSON.parse(stdout).call_id, /^\S+$/);
    const placed = sandbox.requests.filter(({ operation }) => operation === "calls.create");
    assert.equal(placed.length, 1);
    assert.equal(placed[0].body.phone, "+14155550123");
    assert.equal(placed[0].body.name, "Sam");
    // Those of the file are not lost.
    assert.deepEqual(placed[0].body.custom_variables, [
      { key: "a", value: "1" },
      { key: "time", value: "9:30" },
    ]);
    const twice = await run([...args, "--variable", "a=2", "--yes"], { input: JSON.stringify(params) });
    assert.equal(twice.code, 2);
    assert.match(twice.stderr, /--variable: a is in the file of --params, too/);
    // What is wrong with those of the file is said, as without the option.
    const added = async (custom_variables) => {
      const input = JSON.stringify({ ...params, custom_variables });
      return run([...args, ...variables, "--yes"], { input });
    };
    const wrong = await added({ b: null, d: { e: 1 } });
    assert.equal(wrong.code, 1);
    const paths = JSON.parse(wrong.stdout).map(({ path }) => path);
    assert.deepEqual(paths, ["custom_variables.b", "custom_variables.d"]);
    for (const none of ["a: b", 5, true, null, ""]) {
      const { code, stderr } = await added(none);
      assert.equal(code, 2, JSON.stringify(none));
      assert.match(stderr, /custom_variables in the file of --params: expected pairs or an object/);
    }
    assert.equal(sandbox.requests.filter(({ operation }) => operation === "calls.create").length, 1);
    assert.equal((await added([{ key: "b", value: "2" }])).code, 0);
    assert.deepEqual(sandbox.requests.at(-1).body.custom_variables, [
      { key: "b", value: "2" },
      { key: "time", value: "9:30" },
    ]);
  });
});

test("params with issues are not sent, with or without --yes", async () => {
  await withSandbox({}, async ({ run, sandbox }) => {
    for (const yes of [[], ["--yes"]]) {
      const args = ["calls", "create", "--agent", "a", "--phone", "4155550123", ...yes];
      const { code, stdout, stderr } = await run(args);
      assert.equal(code, 1);
      assert.deepEqual(
        JSON.parse(stdout)
          .map(({ path }) => path)
          .sort(),
        ["name", "phone"],
      );
      assert.match(stderr, /nothing was sent/);
    }
    assert.equal(sandbox.requests.length, 0);
  });
});

test("a refusal is not retried, and is exit code 1", async () => {
  for (const status of [400, 401, 429]) {
    await withServer(
      (_, response) => reply(response, status, { detail: { message: "no", request_id: "r-7" } }),
      async ({ url, delivered }) => {
        const env = { SYNTHFLOW_API_KEY: "test", SYNTHFLOW_BASE_URL: `${url}/v2` };
        const { code, stderr, stdout } = await runCli([...call, "--yes"], { env });
        assert.equal(code, 1);
        assert.equal(stdout, "");
        assert.match(stderr, /^synthflow-wasm: \d{3} no: .*\(request id r-7\)\n$/);
        assert.equal(delivered.length, 1);
      },
    );
  }
});

/** What is printed if the call may have been placed. */
const assertUnknown = ({ code, stderr }) => {
  assert.equal(code, 3, stderr);
  const [line, ...advice] = stderr.trim().split("\n");
  assert.match(line, /^synthflow-wasm: /);
  assert.match(advice[0], /^The call may have been placed\. Do not place it again/);
  assert.match(advice[1], /npx synthflow-wasm calls list --agent a --phone \+14155550123 --from-date 20\S+Z/);
  assert.match(advice[2], /findPlaced\(\{"model_id":"a","phone":"\+14155550123","since":"20/);
  assert.doesNotMatch(stderr, /\n {4}at /);
};

test("if the response is lost, it is exit code 3, with what to do next; nothing is retried", async () => {
  for (const respond of [
    (_request, response) => void response.destroy(),
    (_, response) => reply(response, 503, {}),
    () => ({ status: "ok" }),
    (_, response) => reply(response, 200, "<html>"),
  ]) {
    await withServer(respond, async ({ url, delivered }) => {
      const env = { SYNTHFLOW_API_KEY: "test", SYNTHFLOW_BASE_URL: `${url}/v2` };
      assertUnknown(await runCli([...call, "--yes"], { env }));
      assert.equal(delivered.length, 1);
    });
  }
});

test("the printed command finds the call", async () => {
  await withSandbox({}, async ({ run, json, sandbox, url }) => {
    const [{ model_id }] = await json("agents", "list");
    sandbox.fail({ operation: "calls.create", reset: true, afterDelivery: true });
    const args = [
      "calls",
      "create",
      "--agent",
      model_id,
      "--phone",
      "+14155550123",
      "--name",
      "Sam",
      "--yes",
    ];
    const { code, stderr } = await run([...args, "--base-url", url]);
    assert.equal(code, 3);
    const [, printed] = stderr.match(/npx synthflow-wasm (calls list .*)/);
    assert.ok(printed.endsWith(` --base-url '${url}'`), printed);
    const found = await json(...printed.split(" ").map((part) => part.replaceAll("'", "")));
    assert.equal(found.length, 1);
  });
});

test("Ctrl-C while a call is being placed: unknown, not silence", async () => {
  let arrived;
  const arrival = new Promise((resolve) => {
    arrived = resolve;
  });
  await withServer(
    () => new Promise(() => arrived()),
    async ({ url }) => {
      const env = { SYNTHFLOW_API_KEY: "test", SYNTHFLOW_BASE_URL: `${url}/v2` };
      const { child, ended } = startCli([...call, "--yes"], { env });
      await arrival;
      child.kill("SIGINT");
      assertUnknown(await ended);
    },
  );
});

test("what was certainly not sent is exit code 1", async () => {
  const env = { SYNTHFLOW_API_KEY: "test", SYNTHFLOW_BASE_URL: "http://127.0.0.1:9/v2" };
  const { code, stderr } = await runCli([...call, "--yes"], { env });
  assert.equal(code, 1, stderr);
  assert.doesNotMatch(stderr, /may have been placed/);
});

test("a call that was placed is no failure if its result cannot be written", {
  skip: !existsSync("/dev/full"),
}, async () => {
  await withSandbox({}, async ({ env, json, sandbox }) => {
    const [{ model_id }] = await json("agents", "list");
    const params = ["--agent", model_id, "--phone", "+14155550123", "--name", "Sam"];
    const full = openSync("/dev/full", "w");
    for (const [args, expected, message] of [
      [
        ["calls", "create", ...params, "--yes"],
        3,
        /the call was placed: \S+\n.*could not be written: ENOSPC/,
      ],
      [["agents", "list"], 1, /^synthflow-wasm: the result could not be written: ENOSPC[^\n]*\n$/],
    ]) {
      const stdio = ["ignore", full, "pipe"];
      const child = spawn(process.execPath, [cli, ...args], { env: environment(env), stdio });
      const { code, stderr } = await collect(child).ended;
      assert.equal(code, expected, stderr);
      assert.match(stderr, message);
    }
    closeSync(full);
    assert.equal(sandbox.requests.filter(({ operation }) => operation === "calls.create").length, 1);
  });
});
