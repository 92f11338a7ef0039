/**
 * Serves a receiver that has no server of its own, on PORT: `lambda`, which is called with the events of an API Gateway, and
 * with bodies in base64 if BASE64 is set; and `next`, whose route handler is called with a `Request`.
 */

import { createServer } from "node:http";

const receivers = {
  lambda: async ({ url, headers }, body) => {
    const { handler } = await import("../../examples-web/webhooks/lambda.mjs");
    const isBase64Encoded = Boolean(process.env.BASE64);
    const { searchParams } = new URL(url, "http://localhost");
    const event = {
      version: "2.0",
      rawPath: "/webhook",
      rawQueryString: searchParams.toString(),
      headers,
      // Absent without a query and a body, as in those of AWS.
      ...(searchParams.size > 0 && { queryStringParameters: Object.fromEntries(searchParams) }),
      ...(body.length > 0 && { body: body.toString(isBase64Encoded ? "base64" : "utf8") }),
      isBase64Encoded,
    };
    const { statusCode, headers: sent, body: text } = await handler(event);
    return new Response(text, { status: statusCode, headers: sent });
  },
  next: async ({ url, headers }, body) => {
    const { POST } = await import("../../examples-web/webhooks/app/webhook/route.js");
    return POST(new Request(`http://localhost${url}`, { method: "POST", headers, body }));
  },
};

const receive = receivers[process.argv[2]];
createServer(async (request, outgoing) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const response = await receive(request, Buffer.concat(chunks)).catch((error) => {
    console.error(error);
    return new Response(null, { status: 500 });
  });
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(await response.text());
}).listen(Number(process.env.PORT), "127.0.0.1");
