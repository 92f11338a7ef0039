/** Routes in the hash of the URL: `#/`, `#/new`, `#/agents/ID`, `#/agents/ID/embed`. A guard may keep a page. */

const parse = (hash) => {
  const [page, id, tab] = hash.replace(/^#?\//, "").split("/");
  if (page === "new") return { page: "agent", id: undefined, tab: "settings" };
  if (page === "agents" && id) return { page: "agent", id: decodeURIComponent(id), tab: tab || "settings" };
  return { page: "agents" };
};

/** Whether two routes are of the same agent: then its form is kept. */
const isSame = (a, b) => a.page === b.page && a.id === b.id;

export const router = $state({ route: parse(location.hash), blocked: undefined });

let shown = location.hash;
const clean = () => false;
let guard = clean;

/** Sets what says whether the page has unsaved changes. Returns a function that removes it. */
export const setGuard = (isDirty) => {
  guard = isDirty;
  return () => {
    // The next page may have set its own.
    if (guard === isDirty) guard = clean;
  };
};

const show = (hash) => {
  shown = hash;
  router.route = parse(hash);
};

/** Goes to a route, such as `"#/new"`; with `force` whatever the guard says. */
export const go = (hash, { force = false } = {}) => {
  router.blocked = undefined;
  if (force) show(hash);
  location.hash = hash;
};

/** The address of a tab of an agent. */
export const agentPath = (id, tab = "settings") => `#/agents/${encodeURIComponent(id)}/${tab}`;

addEventListener("hashchange", () => {
  const { hash } = location;
  if (hash === shown) return;
  if (guard() && !isSame(parse(hash), router.route)) {
    router.blocked = hash;
    history.replaceState(null, "", shown || "#/");
    return;
  }
  show(hash);
});

addEventListener("beforeunload", (event) => {
  if (guard()) event.preventDefault();
});
