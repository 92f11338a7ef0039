// Generated from the declarations in src/resources by `npm run emit`. Do not edit.

/** The query fields of operations that also may have a body. */
export const QUERY_FIELDS = {
  "knowledgeBases.attach": ["model_id"],
  "simulationSuites.execute": ["target_agent_id", "max_turns"],
  "mcp.discoverTools": ["config_id"],
};
