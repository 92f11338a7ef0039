/** A `fetch` for tests of what is sent. */

/** A `fetch` that records its arguments, and responds with the pages of a list of agents. */
export const recording = (total = 5) => {
  const seen = [];
  const fetch = async (url, init) => {
    seen.push({ url, ...init });
    const from = Number(new URL(url).searchParams.get("offset") ?? 0);
    const assistants = Array.from({ length: Math.min(2, total - from) }, (_, at) => ({
      model_id: `${from + at}`,
    }));
    const pagination = { total_records: total, limit: 2, offset: from };
    return Response.json({ status: "ok", response: { pagination, assistants } });
  };
  return { fetch, seen };
};
