/** The control endpoints, for tests in any language: what the methods of a sandbox do, over HTTP. */

import { bodyOf } from "./body.js";
import { badRequest, Misuse, methodNotAllowed, Refusal } from "./errors.js";
import { checkRule } from "./failures.js";
import { LARGE_BODY } from "./limits.js";

const CONTROL = "/__sandbox";

/** The endpoints: path, method, and what they respond with. `sandbox` has the methods of a sandbox. */
const endpoints = {
  "/log": { GET: ({ sandbox }) => ({ requests: sandbox.requests }) },
  "/seed": { POST: ({ sandbox, body }) => sandbox.seed(body) },
  "/fail": {
    POST: ({ sandbox, body }) => {
      checkRule(body);
      if (JSON.stringify(body).length > LARGE_BODY)
        throw badRequest(`fail: the rule is larger than ${LARGE_BODY} characters`);
      sandbox.fail(body);
      return { status: "ok" };
    },
    DELETE: ({ sandbox }) => {
      sandbox.clearFailures();
      return { status: "ok" };
    },
  },
  "/reset": {
    POST: ({ sandbox }) => {
      sandbox.reset();
      return { status: "ok" };
    },
  },
  "/call": { POST: ({ sandbox, body }) => sandbox.receiveCall(body) },
  "/settle": {
    POST: async ({ sandbox }) => {
      await sandbox.settle();
      return { status: "ok" };
    },
  },
  "/instructions": {
    GET: ({ sandbox, url }) => sandbox.instructions(url.searchParams.get("call_id") ?? ""),
  },
};

/** The path of a control endpoint; `undefined` if the path is another one. */
const pathOf = ({ pathname }) => {
  const path = pathname.replace(/^\/v2(?=\/)/, "");
  return path === CONTROL || path.startsWith(`${CONTROL}/`) ? path.slice(CONTROL.length) : undefined;
};

const notFound = (path) =>
  new Refusal(404, {
    detail: `no control endpoint ${CONTROL}${path}; expected ${Object.keys(endpoints).join(", ")}`,
  });

/** The response of a control endpoint; `undefined` if the request is for another path. They need no API key. */
export const control = async (sandbox, request) => {
  const url = new URL(request.url);
  const path = pathOf(url);
  if (path === undefined) return undefined;
  if (!Object.hasOwn(endpoints, path)) throw notFound(path);
  const methods = endpoints[path];
  if (!Object.hasOwn(methods, request.method)) throw methodNotAllowed(Object.keys(methods));
  const { body } = await bodyOf(request, "control", request.method === "POST");
  try {
    return Response.json(await methods[request.method]({ sandbox, url, body }));
  } catch (error) {
    if (error instanceof Misuse) throw badRequest(error.message);
    throw error;
  }
};
