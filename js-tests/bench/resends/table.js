/** The measurements as tables in Markdown. */

import { CAP } from "./h1.js";

const number = (count) => (count > CAP ? `${CAP} or more` : String(count));

const times = (least, most) => {
  if (most === 1) return "once";
  if (least < most) return `**${number(least)} to ${number(most)} times**`;
  return most === 2 ? "**twice**" : `**${number(most)} times**`;
};

/** Describes one result: how often each of its requests was delivered. */
export const summary = ({ counts, count, connection, usedAgain, isH1 }) => {
  if (isH1) return "HTTP/1.1 only";
  if (counts.length < count) return `${count - counts.length} of ${count} not delivered`;
  const resent = counts.filter((one) => one > 1);
  const [least, most] = [Math.min(...(resent.length > 0 ? resent : counts)), Math.max(...counts)];
  const some = resent.length > 0 && resent.length < count ? `${resent.length} of ${count} ` : "";
  const isNew = connection !== "fresh" && usedAgain === 0;
  const isPartlyNew = connection !== "fresh" && usedAgain > 0 && usedAgain < count;
  const where = isPartlyNew ? ` (${usedAgain} of ${count} on that connection)` : "";
  return `${some}${times(least, most)}${isNew ? "†" : ""}${where}`;
};

/** What a mark of `summary` means. */
export const LEGEND = "† The host opened a new connection each time, although it had one.";

/** Results of the same case from both origins of a page are one cell where they are equal. */
const cell = (results) => {
  if (results.length === 0) return "–";
  const texts = results.map(summary);
  if (new Set(texts).size === 1) return texts[0];
  return results.map(({ origin }, index) => `${origin}: ${texts[index]}`).join("; ");
};

const line = (cells) => `| ${cells.join(" | ")} |`;

const markdown = (head, rows) => [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");

const connections = { fresh: "new", kept: "used before", preflight: "used by its preflight" };
const BOTH = "used before, or by its preflight";

const distinct = (values) => [...new Set(values)];

/** The rows of one action. Omits that of the preflight if all pages behave as on any reused connection. */
const rowsOf = (all, hosts) => {
  const rows = Object.keys(connections)
    .map((connection) => all.filter((one) => one.connection === connection))
    .filter((row) => row.length > 0)
    .map((row) => ({
      row,
      cells: [
        connections[row[0].connection],
        ...hosts.map((host) => cell(row.filter((one) => one.host === host))),
      ],
    }));
  const [kept, preflight] = rows.slice(-2).map(({ cells }) => cells.slice(1));
  const isSame = preflight?.every((text, index) => text === "–" || text === kept[index]);
  if (rows.at(-1).row[0].connection !== "preflight" || !isSame) return rows;
  const shown = rows.slice(0, -1);
  shown.at(-1).cells[0] = BOTH;
  return shown;
};

/** A row for each act and connection, a column for each host; `keep` says which rows are shown. */
export const hostTable = (measured, { protocol, method, keep = () => true }) => {
  const hosts = measured.map(({ host }) => host);
  const all = measured.flatMap(({ host, results }) =>
    results
      .filter((one) => one.protocol === protocol && one.method === method)
      .map((one) => ({ ...one, host })),
  );
  const rows = distinct(all.map(({ act }) => act)).flatMap((act) =>
    rowsOf(
      all.filter((one) => one.act === act),
      hosts,
    )
      .filter(({ row }) => keep(row))
      .map(({ cells }) => [act, ...cells]),
  );
  return markdown(["The server", "Connection", ...hosts], rows);
};

export const isResent = ({ counts }) => counts.some((count) => count > 1);

/** A row for each sort of body, a column for each act; own and wrapped `fetch` are one cell where they are equal. */
export const bodyTable = (results, names) => {
  const columns = distinct(results.map(({ act, connection }) => `${act}; ${connections[connection]}`));
  const rows = distinct(results.map(({ body }) => body)).map((body) => {
    const ofBody = results.filter((one) => one.body === body);
    const cells = columns.map((column) => {
      const both = ofBody.filter(({ act, connection }) => `${act}; ${connections[connection]}` === column);
      const texts = distinct(both.map(summary));
      return texts.length === 1 ? texts[0] : `own fetch: ${texts[0]}; wrapped: ${texts[1]}`;
    });
    const framing = distinct(ofBody.flatMap(({ framing = [] }) => framing));
    return [`\`${names[body]}\``, framing.map((one) => `\`${one}\``).join(", "), ...cells];
  });
  return markdown(["Body", "Sent with", ...columns], rows);
};
