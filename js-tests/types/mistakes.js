/**
 * Ten common mistakes: a statement that uses `client`, and what the messages of the compiler and of the running program must
 * name. `untyped` is why the compiler does not see one, `unnamed` why the running program does not name the fix.
 */
export const mistakes = {
  "a wrong field": {
    code: 'await client.agents.create({ type: "widget", name: "A", agent: { promt: "p" } });',
    field: "promt",
    fix: "prompt",
  },
  "a wrong value of an enum": {
    code: 'await client.agents.create({ type: "widgt", name: "A", agent: { prompt: "p" } });',
    field: "type",
    fix: "widget",
  },
  "a missing await": {
    code: "const page = client.agents.list(); console.log(page.data.length);",
    field: "data",
    fix: "await",
  },
  "a string instead of a number": {
    code: 'await client.agents.list({ limit: "20" });',
    field: "limit",
    fix: "number|integer",
  },
  "a key in a page": {
    code: 'new Synthflow({ apiKey: "sk-key" });',
    field: "apiKey",
    fix: 'apiKey: null, baseURL: "/synthflow"',
    isPage: true,
    untyped: "the types are the same in a page",
  },
  "a wrong region": {
    code: 'new Synthflow({ apiKey: "sk-key", region: "usa" });',
    field: "region",
    fix: '"us"',
  },
  "the old language es": {
    code: 'await client.agents.create({ type: "widget", name: "A", agent: { prompt: "p", language: "es" } });',
    field: "language",
    fix: "es-ES",
    untyped: "the values of an open enum are not all known",
  },
  "a Date where the API wants a string": {
    code: "await client.analytics.export({ from_date: new Date(0) });",
    field: "from_date",
    fix: "toISOString|string",
  },
  "an id that is missing": {
    code: 'await client.agents.update({ name: "B" });',
    field: "model_id",
    fix: "expected a string|'params' was not provided",
  },
  "a typo in the name of an operation": {
    code: "await client.agents.lst();",
    field: "lst",
    fix: "list",
    unnamed: "what is not there cannot say what would be",
  },
};
