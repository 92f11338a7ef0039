/** Compares the journal with what the sandbox has: who was really called, and when the requests arrived. */

const SECOND = 1000;

/** The most that any period of a second has; a list of times in milliseconds. */
export const mostPerSecond = (times) => {
  const sorted = [...times].sort((one, other) => one - other);
  let most = 0;
  let first = 0;
  for (let last = 0; last < sorted.length; last += 1) {
    while (sorted[last] - sorted[first] >= SECOND) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
};

/** The most calls that were in progress at once; each takes `duration`. */
export const mostAtOnce = (starts, duration) =>
  Math.max(
    0,
    ...starts.map((time) => starts.filter((other) => other <= time && other > time - duration).length),
  );

/** Whether the record of somebody is right. `rung` is the number of calls to the person. */
const isRight = (record, rung) => {
  if (record?.state === "done") return rung === 1;
  if (record?.state === "unknown") return Boolean(record.reason);
  return record?.state === "failed" && rung === 0 && Boolean(record.reason);
};

/** `people` without duplicates; `records` by id; `calls` of the sandbox; `arrivals`: times of the
 * recorder. */
export const judge = ({ people, records, calls, arrivals, duration }) => {
  const digits = (phone) => phone.replace(/\D/g, "");
  const rung = new Map();
  for (const { lead_phone_number: phone } of calls)
    rung.set(digits(phone), (rung.get(digits(phone)) ?? 0) + 1);
  const rows = people.map(({ phone }) => {
    const id = digits(phone);
    return { id, record: records.get(id), rung: rung.get(id) ?? 0 };
  });
  const count = (test) => rows.filter(test).length;
  const unknown = ({ record }) => record?.state === "unknown";
  return {
    done: count(({ record, rung }) => record?.state === "done" && rung === 1),
    settled: count(({ record }) => record?.state === "done" && record.until !== undefined),
    unknownRung: count((row) => unknown(row) && row.rung === 1),
    unknownNotRung: count((row) => unknown(row) && row.rung === 0),
    failed: count(({ record }) => record?.state === "failed"),
    twice: [...rung.values()].filter((times) => times > 1).length,
    forgotten: rows
      .filter(({ record, rung }) => !isRight(record, rung))
      .map(({ id, record, rung }) => ({ id, rung, record })),
    perSecond: mostPerSecond(arrivals),
    atOnce: mostAtOnce(
      calls.map(({ start_time }) => Number(start_time)),
      duration,
    ),
    arrivals: arrivals.length,
  };
};
