//! MCP: tools of Model Context Protocol servers that agents can use.

use super::shared::{Confirmation, JsonObject};
use std::collections::BTreeMap;

operations! {
    /// MCP: tools of Model Context Protocol servers that agents can use.
    pub Mcp = "mcp";

    /// Gets the servers of a workspace. The values of their headers are not answered.
    // Reference: Get MCP configuration (`GetWorkspaceMCPConfig`).
    #[see = "mcp/get-workspace-mcp-config"]
    fn get(workspace_id) -> McpConfig = GET "/workspaces/{workspace_id}/mcp-config", safe;

    /// Adds servers or changes them; those that are not named stay. Answers with the first one.
    // Reference: Set MCP configuration (`SetWorkspaceMCPConfig`).
    #[see = "mcp/set-workspace-mcp-config"]
    fn set(workspace_id; SetMcpConfig) -> McpServer = POST "/workspaces/{workspace_id}/mcp-config", non_idempotent;

    /// Updates servers that exist; without any, 404: see `mcp.set`.
    // Reference: Update MCP configuration (`UpdateWorkspaceMCPConfig`).
    #[see = "mcp/update-workspace-mcp-config"]
    fn update(workspace_id; SetMcpConfig) -> Confirmation = PUT "/workspaces/{workspace_id}/mcp-config", idempotent;

    /// Deletes all servers of a workspace and their secrets.
    // Reference: Delete MCP configuration (`DeleteWorkspaceMCPConfig`).
    #[see = "mcp/delete-workspace-mcp-config"]
    fn delete(workspace_id) -> Confirmation = DELETE "/workspaces/{workspace_id}/mcp-config", idempotent;

    /// Asks the servers for their tools. A server that failed has an `error`.
    // Reference: Discover MCP tools (`DiscoverMCPTools`).
    #[see = "mcp/discover-mcp-tools"]
    fn discover_tools(workspace_id; DiscoverMcpTools) -> McpToolsDiscovered
        = POST "/workspaces/{workspace_id}/mcp-tools/discover", non_idempotent;

    /// Runs a tool and waits for its result, which may take 15 seconds. It is never sent again blindly.
    // Reference: Invoke an MCP tool (`InvokeMCPTool`).
    #[see = "mcp/invoke-mcp-tool"]
    fn invoke_tool(workspace_id; InvokeMcpTool) -> McpToolInvoked
        = POST "/workspaces/{workspace_id}/mcp-tools/invoke", non_idempotent;
}

model! {
    /// Body of `mcp.set` and `mcp.update`.
    pub struct SetMcpConfig {
        /// The servers.
        servers: Vec<SetMcpServer> = [required],
    }

    /// A server, as it is set.
    pub struct SetMcpServer {
        /// Its id; left out for a new one.
        id: String,
        /// URL, HTTPS, of its SSE endpoint.
        mcp_url: String = [required],
        /// Headers it is sent. Left out or null: as they were; `{}`: none.
        headers: BTreeMap<String, String> = [nullable],
    }

    /// Query of `mcp.discoverTools`.
    pub struct DiscoverMcpTools {
        /// The server; left out, all.
        config_id: String = [in_query],
    }

    /// Body of `mcp.invokeTool`.
    pub struct InvokeMcpTool {
        /// The tool: `{namespace}__{tool name}`, see `mcp.discoverTools`.
        namespaced_tool: String = [required],
        /// What it is given; see its `input_schema`.
        arguments: JsonObject,
        /// Longest time, in milliseconds.
        timeout_ms: i64,
    }

    /// Answer of `mcp.get`.
    pub struct McpConfig {
        /// The servers.
        servers: Vec<McpServer> = [required],
    }

    /// A server.
    pub struct McpServer {
        /// Its id.
        id: String = [required],
        /// URL, HTTPS, of its SSE endpoint.
        mcp_url: String = [required],
        /// Whether it is sent headers.
        has_headers: bool = [required],
        /// Names of these headers.
        headers_keys: Vec<String> = [nullable],
    }

    /// Answer of `mcp.discoverTools`.
    pub struct McpToolsDiscovered {
        /// The servers.
        servers: Vec<McpServerTools> = [required],
    }

    /// The tools of a server.
    pub struct McpServerTools {
        /// Id of the server.
        config_id: String = [nullable],
        /// Name the server gives itself.
        server_name: String = [required],
        /// Title the server gives itself.
        server_title: String = [nullable],
        /// Version of the server.
        server_version: String = [nullable],
        /// What the names of its tools begin with.
        namespace: String = [required],
        /// Its tools.
        tools: Vec<McpTool> = [required],
        /// What went wrong; empty where nothing did.
        error: String = [nullable],
    }

    /// A tool of a server.
    pub struct McpTool {
        /// What `mcp.invokeTool` takes.
        namespaced_tool: String = [required],
        /// Name the server gives it.
        original_tool_name: String = [required],
        /// What it does.
        tool_description: String = [nullable],
        /// What it takes, as JSON Schema.
        input_schema: JsonObject = [nullable],
    }

    /// Answer of `mcp.invokeTool`.
    pub struct McpToolInvoked {
        /// What the tool answers; empty where it failed.
        result: String = [nullable],
        /// Whether it failed.
        is_error: bool = [nullable],
        /// What went wrong.
        error: String = [nullable],
    }
}
