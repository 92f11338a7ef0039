/** Preloaded by a recipe: Synthflow, as far as a key of the region `eu` can tell. No request leaves this machine. */

globalThis.fetch = async (input) => {
  const { hostname } = new URL(input.url ?? input);
  if (hostname !== "api.eu.synthflow.ai") return Response.json({ detail: "Unauthorized" }, { status: 401 });
  return Response.json({ status: "ok", response: { assistants: [], pagination: { total_records: 0 } } });
};
