// @ts-check
/**
 * AWS Lambda, behind an API Gateway (HTTP API, payload 2.0) or a function URL. The disk of a Lambda does not last, and each
 * has its own: set `DATABASE` to a file on EFS, or give `createStorage` another database.
 */

import { receive } from "./node.mjs";

/**
 * @param {import("aws-lambda").APIGatewayProxyEventV2} event
 * @returns {Promise<import("aws-lambda").APIGatewayProxyStructuredResultV2>}
 */
export const handler = async ({ body = "", isBase64Encoded, headers, queryStringParameters }) => {
  const { status, text } = await receive({
    body: isBase64Encoded ? Buffer.from(body, "base64") : body,
    headers,
    token: queryStringParameters?.token,
  });
  return { statusCode: status, headers: { "content-type": "application/json" }, body: text };
};
