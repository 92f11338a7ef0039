/** The proxy, as its users write it. */

declare function createServer(handler: (request: object, response: object) => unknown): {
  listen(port: number): void;
};

import type { OperationName } from "synthflow-wasm";
import { createNodeHandler, createProxy, type ProxyStore, type SynthflowProxy } from "synthflow-wasm/proxy";

declare const store: ProxyStore;

export const proxy: SynthflowProxy = createProxy({
  apiKey: async () => "key",
  region: "us",
  authorize: async (request, { operation, ids, params, context }) => {
    const name: OperationName = operation;
    const id: string | undefined = ids[0];
    console.log(name, id, await params(), context.incoming);
    return request.headers.has("cookie") ? { id: 1 } : undefined;
  },
  allow: ["*", "agents.*", "knowledgeBases.*", "knowledgeBases.sources.*", "calls.create"],
  fields: { "calls.create": ["model_id", "name", "phone", "custom_variables"], "calls.list": "*" },
  origins: ["https://app.example"],
  store,
  onError: (error, { operation }) => console.error(operation, error),
});

// @ts-expect-error: neither is there such an operation nor such a pattern
createProxy({ authorize: () => true, allow: ["calls.creat"] });
// @ts-expect-error
createProxy({ authorize: () => true, allow: ["agents.list.*"] });
// @ts-expect-error: an object without an id identifies nobody
createProxy({ authorize: () => ({ name: "Sam" }) });
createProxy({ authorize: () => ({ refused: 403, detail: "Your own number only." }) });
createProxy({ authorize: (request) => request.headers.has("cookie") || { refused: 429 } });
// @ts-expect-error: no such refusal
createProxy({ authorize: () => ({ refused: 404 }) });
createProxy({ authorize: () => ({ id: 1, refused: undefined }) });
createProxy({ authorize: () => ({ id: 1, refused: 403 }) });
// @ts-expect-error: to refuse nothing, it is omitted
createProxy({ authorize: () => ({ id: 1, refused: false }) });
// @ts-expect-error: no such operation
createProxy({ authorize: () => true, fields: { "calls.creat": ["phone"] } });
// @ts-expect-error: a misspelled option
createProxy({ authorize: () => true, origin: ["https://app.example"] });

export const GET = (request: Request): Promise<Response> => proxy(request);
createServer(createNodeHandler(proxy)).listen(8080);
createNodeHandler((request) => new Response(request.url));
