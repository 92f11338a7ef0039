/**
 * Measures when each host resends a request by itself: plain `fetch`, without the SDK, against servers on loopback that
 * break every request in one way. Writes the tables between the markers of docs/reliability.md.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { browsers } from "../support/pages.js";
import { casesOf, denoCases, hostNames, isPage, measure } from "./resends/cases.js";
import { CAP } from "./resends/h1.js";
import { LIMIT } from "./resends/probe.js";
import { bodyTable, hostTable, isResent, LEGEND } from "./resends/table.js";

/** Requests of each case. */
const COUNT = 20;

/** The whole run ends after this, in milliseconds, whatever a host does. */
const DEADLINE = 20 * 60_000;

setTimeout(() => {
  console.error(`not finished after ${DEADLINE / 60_000} minutes`);
  process.exit(1);
}, DEADLINE).unref();

const bodies = {
  string: "text",
  blob: "new Blob([text])",
  stream: 'blob.stream(), duplex: "half"',
  "empty blob": "new Blob([])",
  "empty stream": 'new Blob([]).stream(), duplex: "half"',
};

const measureAll = async (host) => {
  const began = Date.now();
  const { version, results } = await measure(host, casesOf(host), COUNT);
  console.error(
    `${host} ${version}: ${results.length} cases in ${Math.round((Date.now() - began) / 1000)} s`,
  );
  return { host, version, results };
};

// Browsers mostly wait, so they run side by side.
const inTurn = async (hosts) => {
  const all = [];
  for (const host of hosts) all.push(await measureAll(host));
  return all;
};
const pages = hostNames.filter((host) => isPage(host) && !browsers[host].skip);
const measured = (
  await Promise.all([
    inTurn(hostNames.filter((host) => !isPage(host))),
    ...pages.map((host) => inTurn([host])),
  ])
).flat();
const skipped = hostNames
  .filter((host) => browsers[host]?.skip)
  .map((host) => `${host} was not measured (${browsers[host].skip}).`);
const deno = await measure("Deno", denoCases(), COUNT);

const speaksH2 = ({ results }) => !results.some(({ isH1 }) => isH1);
const withH2 = measured.filter(speaksH2);
const withoutH2 = measured.filter((one) => !speaksH2(one)).map(({ host }) => host);
const list = new Intl.ListFormat("en");
const isShown = (row) => row.some(isResent);

const text = `Measured on ${new Date().toISOString().slice(0, 10)} by \`npm run bench:resends\` with ${list.format(
  measured.map(({ host, version }) => `${host} ${version}`),
)}. Each cell is
${COUNT} requests by plain \`fetch\`, without the SDK: how often each was delivered. The server does the same to every delivery, resends
included; it stops after ${CAP}, and the client after ${LIMIT / 1000} seconds. Pages were measured from the server's own origin and from
another; where that differs, both are shown. ${LEGEND} ${skipped.join(" ")}

#### POST over HTTP/1.1

${hostTable(measured, { protocol: "HTTP/1.1", method: "POST" })}

#### POST over HTTP/2

${withoutH2.length > 0 ? `${list.format(withoutH2)}: not measured, their \`fetch\` speaks only HTTP/1.1.` : ""}

${hostTable(withH2, { protocol: "HTTP/2", method: "POST" })}

#### GET

Only the rows in which some host resends.

HTTP/1.1:

${hostTable(measured, { protocol: "HTTP/1.1", method: "GET", keep: isShown })}

HTTP/2:

${hostTable(withH2, { protocol: "HTTP/2", method: "GET", keep: isShown })}

#### Bodies of a POST in Deno

By Deno's own \`fetch\` and by a wrapper, \`(url, init) => fetch(url, init)\`; where that differs, both are shown.

${bodyTable(deno.results, bodies)}`;

const path = new URL("../../docs/reliability.md", import.meta.url);
const [begin, end] = ["<!-- resends -->", "<!-- /resends -->"];
const document = readFileSync(path, "utf8");
const [from, to] = [document.indexOf(begin), document.indexOf(end)];
if (from < 0 || to < from) throw new Error(`docs/reliability.md has no ${begin} … ${end}`);
writeFileSync(
  path,
  `${document.slice(0, from + begin.length)}\n${text.replace(/ +$/gm, "")}\n${document.slice(to)}`,
);
process.exit();
