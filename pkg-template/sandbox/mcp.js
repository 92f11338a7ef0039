/** MCP servers of a workspace, each with one tool, which returns its arguments. */

import { badRequest, notFound } from "./errors.js";
import { checkWorkspace } from "./workspaces.js";

const serversOf = (store, { workspace_id: id }) => store.mcp.get(id) ?? new Map();

/** The servers of a workspace that has a configuration. */
const configuredOf = (store, ids) => {
  const servers = serversOf(store, ids);
  if (servers.size === 0) throw notFound("MCP configuration of the workspace", ids.workspace_id);
  return servers;
};

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
  "mcp.get": ({ store, ids }) => ({ servers: [...configuredOf(store, ids).values()].map(shown) }),
  "mcp.set": ({ store, ids, body }) => {
    checkWorkspace(store, ids.workspace_id);
    const [first] = save(store, ids, body, false);
    if (!first) throw badRequest("servers is empty");
    return shown(first);
  },
  "mcp.update": ({ store, ids, body }) => {
    configuredOf(store, ids);
    save(store, ids, body, true);
  },
  "mcp.delete": ({ store, ids }) => {
    configuredOf(store, ids);
    store.mcp.delete(ids.workspace_id);
  },
  "mcp.discoverTools": ({ store, ids, query }) => ({
    servers: [...configuredOf(store, ids).values()]
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
    const names = [...configuredOf(store, ids).values()].map((server) => {
      const { namespace, tool } = toolOf(server);
      return `${namespace}__${tool}`;
    });
    if (!names.includes(body.namespaced_tool)) {
      return { result: "", is_error: true, error: `there is no tool ${body.namespaced_tool}` };
    }
    return { result: JSON.stringify(body.arguments ?? {}), is_error: false, error: "" };
  },
};
