/** Where the fields of a request belong. A file without imports, so that a test can compare it with the contract. */

/** The query fields of operations that also may have a body. */
export const QUERY_FIELDS = {
  "knowledgeBases.attach": ["model_id"],
  "simulationSuites.execute": ["target_agent_id", "max_turns"],
  "mcp.discoverTools": ["config_id"],
};
