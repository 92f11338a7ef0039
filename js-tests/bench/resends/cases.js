/** What is measured in which host, and how: each case gets a server of its own. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inBun, inDeno, inNode, inWorkerd, versions } from "../../support/hosts.js";
import { browsers } from "../../support/pages.js";
import { acts as h1Acts, startH1 } from "./h1.js";
import { acts as h2Acts, makeCertificate, startH2 } from "./h2.js";

const certificate = makeCertificate();

const servers = {
  "HTTP/1.1": { acts: h1Acts, start: (options) => startH1(options) },
  "HTTP/2": { acts: h2Acts, start: (options) => startH2({ ...options, certificate }) },
};

/** How many cases go on at once in a host. */
const TOGETHER = 4;

const file = (name) => fileURLToPath(new URL(name, import.meta.url));

const probe = readFileSync(file("probe.js"), "utf8")
  .replace("export const run", "globalThis.run")
  .replaceAll("export ", "");
const page = `<!doctype html><meta charset="utf-8"><script type="module">${probe}</script>`;

/** The commands: each takes all cases at once. */
const commands = {
  Node: (job) => inNode(file("main.mjs"), job),
  Deno: (job) => inDeno(file("main.mjs"), job),
  Bun: (job) => inBun(file("main.mjs"), job),
  workerd: (job) => inWorkerd(file("worker.mjs"), job, { certificate: certificate.cert }),
};

/** All names of hosts, in the order of the table. */
export const hostNames = [...Object.keys(commands), ...Object.keys(browsers)];

export const isPage = (host) => Boolean(browsers[host]);

/** Every act, on each sort of connection, by each method; for a page from both origins. */
export const casesOf = (host) => {
  const origins = isPage(host) ? ["same origin", "cross-origin"] : [undefined];
  return Object.entries(servers).flatMap(([protocol, { acts }]) =>
    Object.keys(acts).flatMap((act) =>
      origins.flatMap((origin) =>
        (origin === "cross-origin" ? ["fresh", "kept", "preflight"] : ["fresh", "kept"])
          .filter((connection) => connection !== "fresh" || act !== "GOAWAY, the request not processed")
          .flatMap((connection) =>
            ["POST", "GET"].map((method) => ({ protocol, act, origin, connection, method, body: "string" })),
          ),
      ),
    ),
  );
};

/** The bodies that are compared in Deno. */
const denoBodies = ["string", "blob", "stream", "empty blob", "empty stream"];

/** What is compared for each of them. */
const denoActs = [
  ["HTTP/1.1", "connection closed without a byte", "fresh"],
  ["HTTP/1.1", "connection closed without a byte", "kept"],
  ["HTTP/1.1", "connection reset without a byte", "kept"],
  ["HTTP/1.1", "status 421", "kept"],
  ["HTTP/2", "RST_STREAM REFUSED_STREAM", "kept"],
  ["HTTP/2", "GOAWAY, the request not processed", "kept"],
  ["HTTP/2", "connection destroyed", "kept"],
];

export const denoCases = () =>
  denoBodies.flatMap((body) =>
    [false, true].flatMap((isWrapped) =>
      denoActs.map(([protocol, act, connection]) => ({
        protocol,
        act,
        connection,
        method: "POST",
        body,
        isWrapped,
      })),
    ),
  );

/** Runs cases in a page: from another origin many at once, from the same one after the other. */
const inBrowser = async (host, cases) => {
  const tab = await browsers[host].open();
  const other = await startH1({ page });
  try {
    await tab.goto(other.url);
    const isCross = ({ origin }) => origin === "cross-origin";
    const ends = await tab.call("run", { cases: cases.filter(isCross), together: TOGETHER });
    for (const one of cases.filter((one) => !isCross(one))) {
      await tab.goto(one.url);
      Object.assign(ends, await tab.call("run", { cases: [one], together: 1 }));
    }
    return { version: tab.version, ends };
  } finally {
    await tab.close();
    await other.close();
  }
};

const inCommand = async (host, cases) => ({
  version: await versions[host](),
  ends: await commands[host]({ cases, together: TOGETHER }),
});

/** Measures cases in a host: its version, and for each case what its server saw. */
export const measure = async (host, cases, count) => {
  const started = await Promise.all(
    cases.map(async (one, id) => {
      const server = await servers[one.protocol].start({ act: one.act, page });
      return { ...one, id, count, url: server.url, server };
    }),
  );
  try {
    const jobs = started.map(({ server, ...job }) => job);
    const { version, ends } = await (isPage(host) ? inBrowser : inCommand)(host, jobs);
    return {
      version,
      results: started.map(({ server, ...job }) => ({ ...job, ends: ends[job.id], ...server.seen() })),
    };
  } finally {
    await Promise.all(started.map(({ server }) => server.close()));
  }
};
