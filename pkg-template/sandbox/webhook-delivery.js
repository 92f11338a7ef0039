/** Sends webhooks: signed, with a timeout, and retried if the receiver does not accept them. */

import { createLog } from "./log.js";
import { headersOf } from "./webhook-request.js";

/** The number of requests per webhook, and how long the receiver may take. */
const MAX_ATTEMPTS = 4;
const TIMEOUT = 10_000;

/** The number of requests at the same time, and the size of a response that is read. */
const MAX_PARALLEL = 10;
const MAX_RESPONSE = 64 * 1024;

const isHttp = (url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

/** Runs a limited number of tasks at the same time. */
const createSlots = (free) => {
  const waiting = [];
  return async (task) => {
    if (free === 0) await new Promise((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
};

/** The text of a response, up to a limit. */
const textOf = async (response) => {
  if (!response.body?.getReader) return (await response.text()).slice(0, MAX_RESPONSE);
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length > MAX_RESPONSE) {
      await reader.cancel();
      return text.slice(0, MAX_RESPONSE);
    }
  }
};

const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Rejects after the timeout; aborts the request then. */
const withTimeout = async (run) => {
  const controller = new AbortController();
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`no complete response within ${TIMEOUT} ms`);
      controller.abort(error);
      reject(error);
    }, TIMEOUT);
  });
  try {
    return await Promise.race([run(controller.signal), late]);
  } finally {
    clearTimeout(timer);
  }
};

/** Creates the sender of a sandbox. `onWebhook` receives the requests instead of the network. */
export const createDelivery = ({ webhooks, onWebhook, webhookSecret, webhookRetryDelay, now }) => {
  const log = createLog();
  const slots = createSlots(MAX_PARALLEL);
  const pauses = new Set();
  let count = 0;
  let isClosed = false;

  const exchange = (url, init) =>
    withTimeout(async (signal) => {
      const response = onWebhook
        ? ((await onWebhook(new Request(url, init))) ?? new Response(null, { status: 200 }))
        : await fetch(url, { ...init, redirect: "manual", signal });
      return { status: response.status, headers: response.headers, text: await textOf(response) };
    });

  /** One request. Returns `{ body }`, or `undefined` if the receiver did not accept the webhook. */
  const attempt = async (webhook, attempt_number) => {
    const { url, payload, signed, accepts = () => true, ...about } = webhook;
    const started = now();
    const text = JSON.stringify(payload);
    let headers = await headersOf();
    let outcome;
    let received = "";
    try {
      if (!isHttp(url)) throw new TypeError("the URL is not an http or https URL");
      headers = await headersOf(signed, webhookSecret);
      const response = await exchange(url, { method: "POST", headers, body: text });
      received = response.text;
      const body = parsed(received);
      const isAccepted = response.status >= 200 && response.status < 300 && accepts(body);
      outcome = {
        response_status_code: response.status,
        response_headers: Object.fromEntries(response.headers),
        response_payload: body ?? { text: received },
        status: isAccepted ? "success" : "failed",
      };
    } catch (error) {
      outcome = { status: "failed", error_message: String(error?.cause?.message ?? error?.message ?? error) };
    }
    const ended = now();
    count += 1;
    const entry = {
      webhook_log_id: `webhook-log-${count}`,
      ...about,
      webhook_url: url,
      http_method: "post",
      request_timestamp: new Date(started).toISOString(),
      attempt_number,
      request_headers: headers,
      request_payload: payload,
      response_timestamp: new Date(ended).toISOString(),
      duration_ms: Math.max(0, ended - started),
      ...outcome,
    };
    log.add(entry, text.length + received.length);
    return entry.status === "success" ? { body: entry.response_payload } : undefined;
  };

  const pause = () =>
    new Promise((resolve) => {
      const timer = setTimeout(() => {
        pauses.delete(entry);
        resolve();
      }, webhookRetryDelay);
      const entry = { timer, resolve };
      pauses.add(entry);
    });

  return {
    /** Whether webhooks are delivered at all. */
    isOn: onWebhook !== undefined || webhooks !== "off",
    /** The log of all requests, in order. */
    entries: log.entries,
    /** Sends a webhook. Resolves with `{ body }`, or with `undefined` if no request was accepted. Never rejects. */
    send: async (webhook) => {
      for (let number = 1; number <= MAX_ATTEMPTS && !isClosed; number += 1) {
        if (number > 1) await pause();
        if (isClosed) return undefined;
        const result = await slots(() => attempt(webhook, number));
        if (result || !isHttp(webhook.url)) return result;
      }
      return undefined;
    },
    /** Ends all retries. */
    close: () => {
      isClosed = true;
      for (const { timer, resolve } of pauses) {
        clearTimeout(timer);
        resolve();
      }
      pauses.clear();
    },
  };
};
