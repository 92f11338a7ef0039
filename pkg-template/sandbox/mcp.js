/** MCP servers of a workspace, each with one tool, which returns its arguments. */

import { badRequest, notFound } from "./errors.js";

const serversOf = (store, { workspace_id: id }) => store.mcp.get(id) ?? new Map();

/** A server as it is returned: without the values of its headers. */
const shown = ({ id, mcp_url, headers }) => ({
  id,
  mcp_url,
  has_headers: Object.keys(headers).length > 0,
  headers_keys: Object.keys(headers),
});

const isUrl = (text) => {
  try {
    return Boolean(new URL(text));
  } catch {
    return false;
  }
};

const save = (store, ids, { servers }, mustExist) => {
  const known = serversOf(store, ids);
  const saved = servers.map(({ id, mcp_url, headers }) => {
    if (!mcp_url.startsWith("https://") || !isUrl(mcp_url)) throw badRequest("mcp_url must be https");
    const old = known.get(id) ?? [...known.values()].find((server) => server.mcp_url === mcp_url);
    if (mustExist && !old) throw notFound("MCP server", id ?? mcp_url);
    const server = { id: old?.id ?? id ?? store.ids.uuid(), mcp_url, headers: headers ?? old?.headers ?? {} };
    known.set(server.id, server);
    return server;
  });
  store.mcp.set(ids.workspace_id, known);
  return saved;
};

const toolOf = ({ id }) => ({ namespace: `mcp_${id.slice(0, 8)}`, tool: "echo" });

export const mcp = {
  "mcp.get": ({ store, ids }) => ({ servers: [...serversOf(store, ids).values()].map(shown) }),
  "mcp.set": ({ store, ids, body }) => {
    const [first] = save(store, ids, body, false);
    if (!first) throw badRequest("servers is empty");
    return shown(first);
  },
  "mcp.update": ({ store, ids, body }) => {
    if (serversOf(store, ids).size === 0) throw notFound("MCP configuration", ids.workspace_id);
    save(store, ids, body, true);
  },
  "mcp.delete": ({ store, ids }) => {
    store.mcp.delete(ids.workspace_id);
  },
  "mcp.discoverTools": ({ store, ids, query }) => ({
    servers: [...serversOf(store, ids).values()]
      .filter(({ id }) => query.config_id === undefined || id === query.config_id)
      .map((server) => {
        const { namespace, tool } = toolOf(server);
        return {
          config_id: server.id,
          server_name: new URL(server.mcp_url).hostname,
          namespace,
          tools: [
            {
              namespaced_tool: `${namespace}__${tool}`,
              original_tool_name: tool,
              tool_description: "Returns its arguments.",
              input_schema: { type: "object" },
            },
          ],
          error: "",
        };
      }),
  }),
  "mcp.invokeTool": ({ store, ids, body }) => {
    const names = [...serversOf(store, ids).values()].map((server) => {
      const { namespace, tool } = toolOf(server);
      return `${namespace}__${tool}`;
    });
    if (!names.includes(body.namespaced_tool)) {
      return { result: "", is_error: true, error: `there is no tool ${body.namespaced_tool}` };
    }
    return { result: JSON.stringify(body.arguments ?? {}), is_error: false, error: "" };
  },
};
