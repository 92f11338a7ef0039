import type {
  CallStatus,
  CreateBatchCall,
  EndCallReason,
  PartialCall,
  SignalLike,
  Synthflow,
} from "./index.js";

/**
 * Somebody to call: the params of `calls.create`, and an id. `lead_timezone` is their time zone for the calling window: if it is empty,
 * that of the window counts; if it is not a time zone, the person has failed and is not called. Who has the id or the phone number of
 * somebody before them in the list is skipped. In the journal, people are known by their numbers.
 */
export interface Person extends PartialCall {
  /** Names the person in the report. Default: the digits of the phone number. */
  id?: string | number | undefined;
  /**
   * Number to call, in E.164 format. Spaces, brackets, dots and dashes in it are left out. One phone in two forms is two people, who
   * are both called: +52 1 … and +52 … of Mexico, +54 9 … and +54 … of Argentina, or a 0 after the country code that is dialed within
   * the country only. Write each number in one form, in all lists with one journal.
   */
  phone: string;
}

/**
 * State of a person:
 *
 * - `"queued"`: to be called, or to be called once more;
 * - `"sending"`: the request is waiting in the client or on its way. After a crash, the call is looked up and not retried;
 * - `"placed"`, `"settled"`: the call was placed; its response was received, or lost and the call was found;
 * - `"unknown"`: the response was lost and the call was not found. `reason` says what is known;
 * - `"done"`: the call has ended. So has the earlier one of a person whose recall was refused: `reason` says so;
 * - `"failed"`: the API refused the call, or the params are invalid. Called in a later run only with `retryFailed`;
 * - `"skipped"`: a duplicate, or the calling window never opens. Looked at once more in the next run.
 */
export type PersonState =
  | "queued"
  | "sending"
  | "placed"
  | "unknown"
  | "settled"
  | "done"
  | "failed"
  | "skipped";

/** What the journal has of a person at a time. Other fields are the campaign's own, and must be kept, too. */
export interface JournalEntry {
  /** Id of the person. */
  id: string;
  /** State of the person from then on. */
  state: PersonState;
  /** Time of the entry, in milliseconds since the epoch. */
  at: number;
  /** Phone number. */
  phone: string;
  /** Agent id. */
  model_id: string;
  /** Number of attempts so far. */
  attempts: number;
  /** Call id, from `"placed"` or `"settled"` on. */
  call_id?: string | undefined;
  /** Why the person is in this state. */
  reason?: string | undefined;
  [field: string]: unknown;
}

/**
 * Where a campaign writes each step before it takes it. `write` must resolve only when the entry would survive a crash;
 * `read` returns all entries in the order in which they were written. One campaign at a time may use a journal.
 */
export interface Journal {
  /** Returns all entries, oldest first. */
  read(): Promise<Iterable<JournalEntry> | AsyncIterable<JournalEntry>>;
  /** Adds an entry. */
  write(entry: JournalEntry): Promise<void>;
  /** Called at the end of the campaign. It is waited for 3 seconds; its errors are ignored, since what was written is safe. */
  close?: (() => Promise<void>) | undefined;
}

/** When people may be called, in their own time zone. */
export interface CallingWindow {
  /** First time of the day, such as `"09:00"`. Default: the beginning of the day. */
  from?: string | undefined;
  /** End of the calls on that day, such as `"18:00"`. Default: the end of the day. */
  to?: string | undefined;
  /** Days of the week. Default: all. */
  days?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[] | undefined;
  /** IANA time zone of people without a `lead_timezone`. Without one they are skipped. */
  timezone?: string | undefined;
}

/** Who is called once more, after a call with one of these statuses or end reasons. */
export interface RecallRule {
  /** Final statuses: others are refused. */
  statuses?: CallStatus[] | undefined;
  /** End reasons. */
  endReasons?: EndCallReason[] | undefined;
  /** Milliseconds after the end of the call. */
  after: number;
  /** Maximum number of further calls to a person after calls that this rule is about. Default 1. */
  times?: number | undefined;
}

/** How far a campaign is. */
export interface CampaignProgress {
  /** People in the list, duplicates included. */
  total: number;
  /** People in each state. */
  counts: Record<PersonState, number>;
}

/** A person in the report. */
export interface CampaignRow {
  /** Id of the person; without one, the digits of the phone number. */
  id: string;
  /** Phone number. */
  phone: string;
  /** Name of the person. */
  name?: string | undefined;
  /** State of the person. */
  state: PersonState;
  /** Number of attempts, in all runs with the journal. */
  attempts: number;
  /** The call of this attempt; before there is one, the last one that has ended. */
  call_id?: string | undefined;
  /** Status of the ended call. */
  status?: CallStatus | undefined;
  /** End reason of the ended call. */
  end_call_reason?: EndCallReason | undefined;
  /** Duration of the ended call. */
  seconds?: number | undefined;
  /** Why the person is in this state. */
  reason?: string | undefined;
}

/** What happened to everybody in the list. */
export interface CampaignReport extends CampaignProgress {
  /** The counts in one line. */
  line: string;
  /** In the order of the list; duplicates last. */
  people: CampaignRow[];
}

/** Options of `runCampaign`. */
export interface CampaignOptions {
  /** Client that sends the calls. */
  client: Synthflow;
  /** The list. It is read whole before the first call. */
  people: Iterable<Person> | AsyncIterable<Person>;
  /**
   * Params of the calls to everybody, such as `model_id`, but no phone; a person's own override them. If one of them is invalid, the campaign ends
   * with the error, and nobody has failed for it.
   */
  call?: Omit<PartialCall, "phone"> | undefined;
  /** Default: in memory, so that a crash forgets who was called. Use `fileJournal` of `synthflow-wasm/campaign-file`, or your own. */
  journal?: Journal | undefined;
  /**
   * `callsPerSecond`: call attempts per second, also over several runs with one journal; default 1. A little less than CAPS in your
   * plan, since requests do not arrive at the distances at which they are sent. Calls wait for the client one after the other, so a
   * function of the key should remember the key. `maxInFlight`: calls under way at once, up to 10,000, until they have ended unless `follow` is
   * false; default 5. It limits the rate, too, if it is less than `callsPerSecond` times the seconds of a call. A call whose end
   * cannot be read is under way until it can be, or for four hours.
   */
  pace?: { callsPerSecond?: number | undefined; maxInFlight?: number | undefined } | undefined;
  /**
   * Default: at any time. Nothing is sent after the end of the window: a call that waits in the client then, as for its `pace` or
   * a function of the key, goes back to the queue.
   */
  window?: CallingWindow | undefined;
  /** Default: nobody is called once more. */
  recall?: RecallRule[] | undefined;
  /**
   * Whether calls are followed to their end, and how often they are read. Default true, every 2,000 milliseconds. With `batch`, how
   * often the batch is read: every 10,000 milliseconds by default; `false` is refused.
   */
  follow?: boolean | { interval?: number | undefined } | undefined;
  /**
   * What is done about a call whose response was lost and that is not in the list of calls: `"report"` leaves the person
   * `"unknown"`; `"call"` calls once more, and may so ring twice. Default `"report"`.
   */
  whenNotFound?: "report" | "call" | undefined;
  /**
   * Whether those who have failed are called once more, as after a correction of the list. Default false. Who was reached by an
   * earlier call has not failed.
   */
  retryFailed?: boolean | undefined;
  /**
   * How long a call whose response was lost is looked for, and how often, as by `calls.findPlaced`: `timeout` in milliseconds, 60,000
   * by default, and `interval` in milliseconds, 5,000 by default.
   */
  lookup?: { timeout?: number | undefined; interval?: number | undefined } | undefined;
  /**
   * Sends the list to Synthflow as a batch, which dials it at the pace of the account (Enterprise): `true`, or params of the batch, such as
   * `name`, to which a unique id is added, and `call_time_window`. `call` must have `model_id` and `from_phone_number`. A recipient
   * can have `name`, `lead_email`, `custom_variables` and `model_id`; other params, such as `prompt`, are refused. A recipient that
   * the batch has is skipped. A later run with the same journal adds people to the batch, whose params must be the same then.
   * `pace`, `window` and `recall` are not for it, and `follow` is about the batch. `"done"` then means that the call was placed: read
   * the calls by `calls.list` with `batch_call_id`.
   */
  batch?:
    | true
    | Omit<CreateBatchCall, "tasks" | "model_id" | "from_phone_number" | "batch_call_id">
    | undefined;
  /** Called after each step. */
  onProgress?: ((progress: CampaignProgress & { id: string; state: PersonState }) => void) | undefined;
  /**
   * Ends the campaign: no further call is placed, also none that waits in the client; those that were sent are recorded. The next
   * run goes on. The list and the journal have 3 more seconds to respond, and to end.
   */
  signal?: SignalLike | undefined;
}

/**
 * Calls everybody in a list once. Each step is written to the journal before it is taken, so that the campaign can be started
 * again with the same list after a crash: nobody is called twice. A call whose response was lost is looked up by
 * `calls.findPlaced`.
 *
 * A 429 holds all calls; one that is not the API's own does not prove that the call was not placed. Calls that are refused
 * make a person `"failed"`. Statuses that all calls would get (401, 402, 403, 404, 405 and 424), a network that is down, and
 * more than ten calls in a row that stay unknown end the campaign; so do these statuses, except 404, if calls cannot be read
 * to their end (use `follow: false` with a key that may not read).
 *
 * A signal ends it, too, and the promise resolves with the report so far, or rejects if the list or the journal could not be
 * read. Who is `"unknown"` is looked up once more in the next run.
 *
 * @throws the error that ended the campaign; everybody who was not called is still `"queued"` in the journal.
 * @example
 * ```ts
 * import { Synthflow } from "synthflow-wasm";
 * import { progressLine, runCampaign, toCSV } from "synthflow-wasm/campaign";
 * import { fileJournal } from "synthflow-wasm/campaign-file";
 *
 * const report = await runCampaign({
 *   client: new Synthflow(),
 *   people: [{ phone: "+14155550123", name: "Sam", lead_timezone: "America/Los_Angeles" }],
 *   call: { model_id: "your-agent-id" },
 *   journal: fileJournal("campaign.jsonl"),
 *   pace: { callsPerSecond: 1, maxInFlight: 5 },
 *   window: { from: "09:00", to: "18:00", days: ["mon", "tue", "wed", "thu", "fri"] },
 *   recall: [{ endReasons: ["voicemail"], after: 3_600_000 }],
 *   onProgress: (progress) => console.log(progressLine(progress)),
 * });
 * console.log(toCSV(report));
 * ```
 */
export declare function runCampaign(options: CampaignOptions): Promise<CampaignReport>;

/** A journal in memory, with what was written so far. */
export declare function memoryJournal(entries?: JournalEntry[]): Journal & { entries: JournalEntry[] };

/** The progress in one line: `"500 people: 75 queued, 5 placed, 420 done"`. */
export declare function progressLine(progress: CampaignProgress): string;

/**
 * The report as CSV, with a header. What a spreadsheet would run as a formula has a `'` before it, for any separator; control
 * characters are replaced by spaces.
 */
export declare function toCSV(report: CampaignReport): string;

/** The report as a table of text. */
export declare function toTable(report: CampaignReport): string;
