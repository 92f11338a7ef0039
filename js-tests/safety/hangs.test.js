/**
 * Nothing goes on for ever, ends the process or runs hot: S22 to S26.
 *
 * Length: five rows that share the servers and the clock.
 */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { getEventListeners } from "node:events";
import { mock, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import {
  APIAbortError,
  APIResponseError,
  APITimeoutError,
  RateLimitError,
  SynthflowError,
} from "synthflow-wasm";
import { rejection, reply, withServer } from "../support/server.js";
import { call, creating, forEach, withGlobal } from "./support.js";

const all = async (list, most = 50) => {
  const items = [];
  for await (const item of list) {
    items.push(item);
    assert.ok(items.length < most, "the list goes on");
  }
  return items;
};

const cursors = {
  "the same cursor each time": () => "a",
  "two that take turns": (index) => "ab"[index % 2],
  "one that comes back later": (index) => "abcdb"[index] ?? "b",
};

for (const [what, cursorAt] of Object.entries(cursors)) {
  test(`S22: ${what} is an error, not a list without end`, async () => {
    const respond = (_, __, index) => ({
      status: "ok",
      response: { chats: [{ chat_id: `c${index}` }], has_more: true, next_cursor: cursorAt(index) },
    });
    await withServer(respond, async ({ client, delivered }) => {
      const error = await rejection(all(client().chats.list()));
      assert.ok(error instanceof APIResponseError, error.stack);
      assert.match(error.message, /repeats/);
      assert.ok(delivered.length <= 6, `${delivered.length} requests`);
      const byPages = async () => {
        let page = await client().chats.list();
        for (let turn = 0; turn < 50; turn += 1) page = await page.getNextPage();
      };
      assert.ok((await rejection(byPages())) instanceof APIResponseError);
    });
  });
}

test("S22: a list whose server ignores offset or page is an error if it has a total, otherwise it ends", async () => {
  const assistants = [{ model_id: "a" }, { model_id: "b" }];
  const numbers = [{ slug: "a" }, { slug: "b" }];
  const lists = {
    "offset, a total": [
      { assistants, pagination: { total_records: 9 } },
      (client) => client.agents.list(),
      true,
    ],
    "offset, a limit": [{ assistants }, (client) => client.agents.list({ limit: 2 }), false],
    "offset, nothing": [{ assistants }, (client) => client.agents.list(), false],
    "page, a total": [
      { calls: assistants, pagination: { total_records: 9 } },
      (client) => client.calls.list({ model_id: "m", limit: 2 }),
      true,
    ],
    numbers: [
      { phone_numbers: numbers, total_records: 9, page_size: 2 },
      (client) => client.phoneNumbers.list(),
      null,
    ],
  };
  for (const [what, [response, list, isError]] of Object.entries(lists)) {
    await withServer(
      () => ({ status: "ok", response }),
      async ({ client, delivered }) => {
        const ended = await all(list(client())).catch((error) => error);
        assert.ok(delivered.length <= 5, `${what}: ${delivered.length} requests`);
        if (isError === null) return;
        if (isError) assert.ok(ended instanceof APIResponseError, `${what}: ${ended}`);
        else assert.equal(ended.length, 2, what);
      },
    );
  }
});

test("S22: what is right is not taken for a repetition", async () => {
  const respond = ({ url }, _, index) => {
    const cursor = new URL(url, "http://a").searchParams.get("cursor");
    const last = cursor === "7";
    const response = { chats: [{ chat_id: "same name" }, { chat_id: `c${cursor}` }], has_more: !last };
    return {
      status: "ok",
      response: { ...response, next_cursor: last ? null : String(Number(cursor ?? -1) + 1) },
      index,
    };
  };
  await withServer(respond, async ({ client, delivered }) => {
    assert.equal((await all(client().chats.list())).length, 18);
    assert.equal(delivered.length, 9);
    // A page may be asked for twice.
    const page = await client().chats.list();
    const [one, other] = [await page.getNextPage(), await page.getNextPage()];
    assert.deepEqual(one.data, other.data);
    await one.getNextPage();
  });
});

const isLate = (error, from, time) => {
  assert.ok(error instanceof APITimeoutError, error.stack);
  const took = performance.now() - from;
  assert.ok(took > time - 5 && took < time + 400, `${Math.round(took)} ms instead of ${time}`);
};

/** A call that goes on. */
const goesOn = () => ({ status: "ok", response: { calls: [{ call_id: "c", status: "in-progress" }] } });

test("S23: calls.wait settles at its timeout, the request in flight included, and aborts that request", async () => {
  let closed = 0;
  const silent = (_, response) => {
    response.on("close", () => {
      closed += 1;
    });
  };
  await withServer(silent, async ({ client }) => {
    const from = performance.now();
    isLate(await rejection(client().calls.wait("c", { timeout: 300 })), from, 300);
    await sleep(50);
    assert.equal(closed, 1);
  });
});

test("S23: a timeout shorter than the interval applies, during the pause and during a callback", async () => {
  await withServer(goesOn, async ({ client }) => {
    for (const options of [{ timeout: 300 }, { timeout: 300, onChange: () => new Promise(() => {}) }]) {
      const from = performance.now();
      const error = await rejection(client().calls.wait("c", options));
      isLate(error, from, 300);
      assert.match(error.message, /status in-progress/);
    }
  });
});

test("S23: within a retry of the request, and on a clock that somebody sets", async () => {
  const busy = (_, response) => reply(response, 503, { detail: "no" }, { "retry-after": "9" });
  await withServer(busy, async ({ client }) => {
    const from = performance.now();
    isLate(await rejection(client().calls.wait("c", { timeout: 300 })), from, 300);
  });
  await withServer(goesOn, async ({ client }) => {
    const real = Date.now;
    for (const shift of [-1e9, 1e9]) {
      const from = performance.now();
      const result = rejection(client().calls.wait("c", { timeout: 300, interval: 20 }));
      Date.now = () => real() + shift;
      try {
        isLate(await result, from, 300);
      } finally {
        Date.now = real;
      }
    }
  });
});

test("S23: the signal ends it immediately, wherever it is", async () => {
  const places = {
    "in flight": [() => {}, {}],
    "in the pause": [goesOn, { interval: 60_000 }],
    "in a callback": [goesOn, { onChange: () => new Promise(() => {}) }],
  };
  for (const [what, [respond, options]] of Object.entries(places)) {
    await withServer(respond, async ({ client }) => {
      const controller = new AbortController();
      const result = rejection(client().calls.wait("c", { ...options, signal: controller.signal }));
      await sleep(50);
      controller.abort("gone");
      const error = await Promise.race([result, sleep(1000, "hangs on")]);
      assert.ok(error instanceof APIAbortError, `${what}: ${error}`);
      assert.equal(error.cause, "gone");
      assert.deepEqual(getEventListeners(controller.signal, "abort"), [], what);
    });
  }
  await withServer(goesOn, async ({ client, delivered }) => {
    const error = await rejection(client().calls.wait("c", { signal: AbortSignal.abort() }));
    assert.ok(error instanceof APIAbortError);
    assert.equal(delivered.length, 0);
  });
});

test("S23: options are checked before anything is sent", async () => {
  await withServer(
    (_, response) => reply(response, 401, { detail: "no" }),
    async ({ client, delivered }) => {
      assert.equal((await rejection(client().calls.wait("c", { interval: 5 }))).status, 401);
      assert.equal(delivered.length, 1);
      const wrong = [
        { timeOut: 5 },
        { timeout: 0 },
        { timeout: Number.NaN },
        { interval: "5" },
        { interval: -1 },
      ];
      for (const options of [...wrong, { onChange: {} }, { signal: {} }, { signal: { aborted: false } }]) {
        const error = await rejection(client().calls.wait("c", options));
        assert.ok(error instanceof SynthflowError);
        assert.equal(error.outcome, "not-sent");
      }
      assert.equal(delivered.length, 1);
    },
  );
});

test("S24: onChange is awaited, and its rejection is the result", async () => {
  await withServer(goesOn, async ({ client }) => {
    const mine = new Error("mine");
    const callbacks = {
      rejects: async () => {
        await sleep(5);
        throw mine;
      },
      throws: () => {
        throw mine;
      },
      "a thenable": () => ({
        // biome-ignore lint/suspicious/noThenProperty: a callback may return one.
        then: (_, reject) => reject(mine),
      }),
    };
    for (const [what, onChange] of Object.entries(callbacks)) {
      assert.equal(await rejection(client().calls.wait("c", { onChange, interval: 5 })), mine, what);
    }
  });
});

test("S24: no callback of the caller's ends the process", async () => {
  const script = fileURLToPath(new URL("callbacks.mjs", import.meta.url));
  const child = spawn(process.execPath, ["--unhandled-rejections=strict", script], { stdio: "pipe" });
  const text = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => text.push(chunk));
  const code = await new Promise((resolve) => child.on("close", resolve));
  const said = Buffer.concat(text).toString();
  assert.equal(code, 0, said);
  assert.match(said, /done\n$/);
});

const pretending = {
  "aborted alone": { aborted: false },
  "no removeEventListener": { aborted: false, addEventListener() {} },
  "methods that are none": { aborted: false, addEventListener: 1, removeEventListener: 1 },
  "aborted that is no boolean": { addEventListener() {}, removeEventListener() {} },
  "a controller": new AbortController(),
  "an event target": new EventTarget(),
  "a number": 5,
  "a getter that throws": {
    get aborted() {
      throw new Error("no");
    },
    addEventListener() {},
    removeEventListener() {},
  },
};

test("S24: a signal that is none is refused, and nothing is sent", async () => {
  await withServer(goesOn, async ({ client, delivered }) => {
    for (const [what, signal] of Object.entries(pretending)) {
      const requests = { ...creating, "calls.wait": (one, options) => one.calls.wait("c", options) };
      await forEach(requests, async (send, name) => {
        const error = await rejection(Promise.resolve().then(() => send(client(), { signal })));
        assert.ok(error instanceof SynthflowError, `${name}, ${what}: ${error.stack}`);
        assert.equal(error.outcome, "not-sent");
        assert.match(error.message, /AbortSignal/);
      });
    }
    assert.equal(delivered.length, 0);
  });
});

test("S25: one signal in many requests of every kind: one listener, no warning", async () => {
  const warnings = [];
  const warned = (warning) => warnings.push(warning);
  process.on("warning", warned);
  const waiting = [];
  const respond = (_, response) => {
    waiting.push(response);
  };
  await withServer(respond, async ({ client }) => {
    const controller = new AbortController();
    const { signal } = controller;
    const kinds = {
      ...creating,
      "agents.list": (one, options) => one.agents.list({}, options),
      "calls.wait": (one, options) => one.calls.wait("c", options),
    };
    const results = [];
    await forEach(kinds, (send) => {
      for (let index = 0; index < 12; index += 1) results.push(rejection(send(client(), { signal })));
    });
    while (waiting.length < results.length) await sleep(10);
    assert.equal(getEventListeners(signal, "abort").length, 1);
    controller.abort();
    for (const error of await Promise.all(results)) assert.ok(error instanceof APIAbortError, String(error));
    assert.deepEqual(getEventListeners(signal, "abort"), []);
  });
  await sleep(20);
  process.off("warning", warned);
  assert.deepEqual(warnings.map(String), []);
});

test("S25: one signal in many streams and raw bodies", async () => {
  const warnings = [];
  const warned = (warning) => warnings.push(warning);
  process.on("warning", warned);
  const respond = (_, response) => {
    response.writeHead(200).write('{"a":1}\n');
  };
  await withServer(respond, async ({ client }) => {
    const controller = new AbortController();
    const options = { signal: controller.signal };
    const held = [];
    for (let index = 0; index < 15; index += 1) {
      held.push(await creating["simulationCases.generate, a stream"](client(), options));
      const response = await creating["calls.create().asResponse"](client(), options);
      held.push({ next: () => response.text() });
    }
    for (const one of held.filter((_, index) => index % 2 === 0)) await one.next();
    assert.ok(getEventListeners(controller.signal, "abort").length <= 1);
    const ends = held.map((one) => rejection(one.next()));
    controller.abort();
    await Promise.all(ends);
  });
  await sleep(20);
  process.off("warning", warned);
  assert.deepEqual(warnings.map(String), []);
});

/** The pauses between attempts of some request, which are not waited for. */
const pausesOf = async (
  header,
  random,
  options = {},
  status = 429,
  send = (client) => client.calls.create(call),
) => {
  const pauses = [];
  const real = setTimeout;
  const hurried = (run, time, ...args) => {
    // Anything longer is the timeout of an attempt.
    const isPause = time < 50_000;
    if (isPause) pauses.push(time);
    return real(run, isPause ? 1 : time, ...args);
  };
  const fetch = async () => ({
    status,
    headers: { get: (name) => (name.toLowerCase() === "retry-after" ? header : null) },
    text: async () => '{"detail":"no"}',
  });
  mock.method(Math, "random", () => random);
  try {
    await withServer(goesOn, ({ client }) =>
      withGlobal("setTimeout", hurried, async () => {
        const error = await rejection(send(client({ fetch, maxRetries: 3, ...options })));
        assert.equal(error.attempts, pauses.length + 1);
      }),
    );
  } finally {
    mock.restoreAll();
  }
  return pauses.map(Math.round);
};

const inSeconds = (seconds) => new Date(Math.ceil(Date.now() / 1000) * 1000 + seconds * 1000).toUTCString();

test("S26: Retry-After is what is waited, and the back-off on top of it", async () => {
  const headers = {
    1: 1000,
    1.5: 2000,
    0.001: 1000,
    "2.0": 2000,
    " 3 ": 3000,
    "1, 4, 2": 4000,
    "1.5,0": 2000,
    "junk, 2": 2000,
    0: 0,
    "": 0,
    "-5": 0,
    soon: 0,
    NaN: 0,
    Infinity: 0,
    "1e3": 0,
    "0x10": 0,
    ".": 0,
    "1.2.3": 0,
    "Wed, 21 Oct 2015 07:28:00 GMT": 0,
    "Wed, 99 Oct 2099 07:28:00 GMT": 0,
  };
  for (const [header, asked] of Object.entries(headers)) {
    assert.deepEqual(await pausesOf(header, 0), [asked + 50, asked + 50, asked + 50], `"${header}"`);
    const upper = await pausesOf(header, 1);
    assert.deepEqual(upper, [asked + 500, asked + 1000, asked + 2000], `"${header}"`);
  }
});

test("S26: a date has any of the three forms of HTTP, in GMT wherever the client is", async () => {
  const zone = process.env.TZ;
  process.env.TZ = "Asia/Tokyo";
  try {
    const [weekday, day, month, year, time] = inSeconds(5).split(/,? /);
    for (const header of [
      `${weekday}day, ${day}-${month}-${year.slice(2)} ${time} GMT`,
      `${weekday} ${month} ${day.replace(/^0/, " ")} ${time} ${year}`,
    ]) {
      const [first] = await pausesOf(header, 0);
      assert.ok(first > 4000 && first <= 6100, `${header}: ${first}`);
    }
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

test("S26: a date is waited for, one too far away is not", async () => {
  const [first] = await pausesOf(inSeconds(5), 0);
  assert.ok(first > 4000 && first <= 6100, String(first));
  for (const header of [inSeconds(3600), "3600", "1, 3600"])
    assert.deepEqual(await pausesOf(header, 0), [], header);
});

test("S26: whatever it says, no attempt follows at once, for any status and operation", async () => {
  for (const status of [408, 429, 500, 502, 503, 504]) {
    for (const header of ["0", "-1", "0.0", null]) {
      const pauses = await pausesOf(header, 0, { maxRetries: 50 }, status, (client) =>
        client.agents.get("a"),
      );
      assert.equal(pauses.length, 50, `${status}`);
      assert.ok(Math.min(...pauses) >= 50, String(pauses));
    }
  }
  const spread = await pausesOf("0", 0.999, { maxRetries: 12 }, 503, (client) => client.agents.get("a"));
  assert.ok(Math.max(...spread) <= 8000 && spread.at(-1) > 7000, String(spread));
});

test("S26: with real time, on a real server: 1.5 is two seconds", async () => {
  const times = [];
  const respond = (_, response) => {
    times.push(performance.now());
    reply(response, 429, { detail: "slow down" }, { "retry-after": "1.5" });
  };
  await withServer(respond, async ({ client }) => {
    const error = await rejection(client({ maxRetries: 1 }).calls.create(call));
    assert.ok(error instanceof RateLimitError);
    assert.equal(error.retryAfter, 2000);
    const waited = times[1] - times[0];
    assert.ok(waited >= 2040 && waited < 3500, `${waited} ms`);
  });
});
