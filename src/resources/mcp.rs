//! MCP: Model Context Protocol servers whose tools agents can use.

use super::shared::{Confirmation, JsonObject};
use std::collections::BTreeMap;

operations! {
    /// MCP: Model Context Protocol servers whose tools agents can use.
    pub Mcp = "mcp";

    /// Gets the MCP servers of a workspace. Header values are not returned.
    // Reference: Get MCP configuration (`GetWorkspaceMCPConfig`).
    #[see = "mcp-servers/get-workspace-mcp-config"]
    fn get(workspace_id) -> McpConfig = GET "/workspaces/{workspace_id}/mcp-config", safe;

    /// Adds or updates MCP servers; other servers are kept. Returns the first one of `servers` as saved.
    // Reference: Set MCP configuration (`SetWorkspaceMCPConfig`).
    #[see = "mcp-servers/set-workspace-mcp-config"]
    #[creates = "id"]
    fn set(workspace_id; SetMcpConfig) -> McpServer = POST "/workspaces/{workspace_id}/mcp-config", non_idempotent;

    /// Updates MCP servers. Responds with 404 if the workspace has none: create them with `mcp.set`.
    // Reference: Update MCP configuration (`UpdateWorkspaceMCPConfig`).
    #[see = "mcp-servers/update-workspace-mcp-config"]
    fn update(workspace_id; SetMcpConfig) -> Confirmation = PUT "/workspaces/{workspace_id}/mcp-config", idempotent;

    /// Deletes all MCP servers of a workspace, including their stored secrets.
    // Reference: Delete MCP configuration (`DeleteWorkspaceMCPConfig`).
    #[see = "mcp-servers/delete-workspace-mcp-config"]
    fn delete(workspace_id) -> Confirmation = DELETE "/workspaces/{workspace_id}/mcp-config", idempotent;

    /// Lists the tools of the MCP servers. A server that could not be queried has an `error`.
    // Reference: Discover MCP tools (`DiscoverMCPTools`).
    #[see = "mcp-servers/discover-mcp-tools"]
    #[example = r#"
        const { servers } = await client.mcp.discoverTools("1700000000000x000000000000000000");
        for (const { server_name, error, tools } of servers) console.log(server_name, error || tools.length);
    "#]
    fn discover_tools(workspace_id; DiscoverMcpTools) -> McpToolsDiscovered
        = POST "/workspaces/{workspace_id}/mcp-tools/discover", non_idempotent;

    /// Invokes a tool and returns its result, which can take 15 seconds.
    // Reference: Invoke an MCP tool (`InvokeMCPTool`).
    #[see = "mcp-servers/invoke-mcp-tool"]
    fn invoke_tool(workspace_id; InvokeMcpTool) -> McpToolInvoked
        = POST "/workspaces/{workspace_id}/mcp-tools/invoke", non_idempotent;
}

model! {
    /// Body of `mcp.set` and `mcp.update`.
    pub struct SetMcpConfig {
        /// Servers to add or update.
        servers: Vec<SetMcpServer> = [required],
    }

    /// An MCP server to add or update.
    pub struct SetMcpServer {
        /// Server id. Omit it for a new server.
        id: String,
        /// HTTPS URL of the server's SSE endpoint.
        mcp_url: String = [required, https_url],
        /// Headers to send. Omitted or null: the stored headers are kept; `{}`: they are removed.
        headers: BTreeMap<String, String> = [nullable],
    }

    /// Query of `mcp.discover_tools`.
    pub struct DiscoverMcpTools {
        /// Server id. Default: all servers.
        config_id: String = [in_query],
    }

    /// Body of `mcp.invoke_tool`.
    pub struct InvokeMcpTool {
        /// Tool name from `mcp.discover_tools`: `{namespace}__{tool_name}`.
        namespaced_tool: String = [required, not_empty],
        /// Arguments as described by the tool's `input_schema`.
        arguments: JsonObject,
        /// Timeout, in milliseconds.
        timeout_ms: i64 = [at_least(0.0)],
    }

    /// Response of `mcp.get`.
    pub struct McpConfig {
        /// MCP servers.
        servers: Vec<McpServer> = [required],
    }

    /// An MCP server.
    pub struct McpServer {
        /// Server id.
        id: String = [required],
        /// HTTPS URL of the server's SSE endpoint.
        mcp_url: String = [required],
        /// Whether it has stored headers.
        has_headers: bool = [required],
        /// Names of these headers.
        headers_keys: Vec<String> = [nullable],
    }

    /// Response of `mcp.discover_tools`.
    pub struct McpToolsDiscovered {
        /// MCP servers with their tools.
        servers: Vec<McpServerTools> = [required],
    }

    /// The tools of an MCP server.
    pub struct McpServerTools {
        /// Server id.
        config_id: String = [nullable],
        /// Name reported by the server.
        server_name: String = [required],
        /// Title reported by the server.
        server_title: String = [nullable],
        /// Version reported by the server.
        server_version: String = [nullable],
        /// Prefix of the tool names.
        namespace: String = [required],
        /// Tools.
        tools: Vec<McpTool> = [required],
        /// Error message; empty if the server responded.
        error: String = [nullable],
    }

    /// A tool of an MCP server.
    pub struct McpTool {
        /// Tool name for `mcp.invoke_tool`.
        namespaced_tool: String = [required],
        /// Tool name on the server.
        original_tool_name: String = [required],
        /// Tool description.
        tool_description: String = [nullable],
        /// JSON Schema of the arguments.
        input_schema: JsonObject = [nullable],
    }

    /// Response of `mcp.invoke_tool`.
    pub struct McpToolInvoked {
        /// Result of the tool; empty on failure.
        result: String = [nullable],
        /// Whether the tool failed.
        is_error: bool = [nullable],
        /// Error message.
        error: String = [nullable],
    }
}
