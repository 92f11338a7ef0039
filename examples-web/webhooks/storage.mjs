// @ts-check
/** Stores calls by their ids, so that a second event of a call has no effect. For SQLite, in whatever driver. */

/** @typedef {import("./record.mjs").CallRecord} CallRecord */

/**
 * Runs a statement with its values, and returns its rows.
 *
 * @typedef {(query: string, ...values: (string | number | null)[]) => Record<string, unknown>[]} Sql
 */

const TABLE = `CREATE TABLE IF NOT EXISTS calls (
  call_id TEXT PRIMARY KEY, status TEXT NOT NULL, answered TEXT, seconds REAL, number TEXT, started_at TEXT,
  order_number TEXT, appointment TEXT, source TEXT NOT NULL, stored_at TEXT NOT NULL
)`;

// The first one wins: the signature of an event covers its call id only, so a copy of it could have another body.
const INSERT = `INSERT INTO calls (call_id, status, answered, seconds, number, started_at, order_number, appointment, source, stored_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (call_id) DO NOTHING RETURNING call_id`;

const CALLER = `SELECT count(*) AS calls, (SELECT order_number FROM calls WHERE number = ? AND order_number IS NOT NULL
  ORDER BY started_at DESC LIMIT 1) AS last_order FROM calls WHERE number = ?`;

/** @param {Sql} sql */
export const createStorage = (sql) => {
  sql(TABLE);
  return {
    /**
     * Stores a call; returns whether it is new. `source` is how it became known: "webhook" or "list".
     *
     * @param {CallRecord} record
     * @param {"webhook" | "list"} source
     */
    save: (record, source) => {
      const { call_id, status, answered, seconds, number, started_at, order_number, appointment } = record;
      const values = [call_id, status, answered, seconds, number, started_at, order_number, appointment];
      return sql(INSERT, ...values, source, new Date().toISOString()).length > 0;
    },
    /** @param {string} id */
    has: (id) => sql("SELECT call_id FROM calls WHERE call_id = ?", id).length > 0,
    /**
     * What is known about somebody who calls.
     *
     * @param {string} number
     */
    caller: (number) => {
      const [row] = sql(CALLER, number, number);
      return { calls: Number(row?.calls ?? 0), lastOrder: String(row?.last_order ?? "") };
    },
  };
};

/** @typedef {ReturnType<typeof createStorage>} Storage */
