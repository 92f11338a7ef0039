import type { Call, CallStatus, EndCallReason } from "./index.js";
import type { WebhookEvent } from "./webhooks.js";

/** A turn of a transcript. */
export interface TranscriptTurn {
  /** Who spoke. */
  role: "agent" | "human";
  /** What was said, without spaces around it. */
  text: string;
}

/** A call, whichever form it had. What is not known is undefined. */
export interface CallSummary<T = unknown> {
  /** Call id. */
  id: string | undefined;
  /** Status. */
  status: CallStatus | undefined;
  /** Whether the call has ended: see `isFinalStatus`. */
  ended: boolean;
  /** Who or what picked up. `"none"`: nobody. */
  answered: "human" | "voicemail" | "none" | "unknown";
  /** Person at the other end. */
  person: { name: string | undefined; number: string | undefined };
  /** Calling and called number. */
  numbers: { from: string | undefined; to: string | undefined };
  /** Start time. */
  startedAt: Date | undefined;
  /** Duration, in seconds. */
  seconds: number | undefined;
  /** Why the call ended. */
  endReason: EndCallReason | undefined;
  /** Recording URL. */
  recordingUrl: string | undefined;
  /** Turns of the transcript, in order. */
  transcript: TranscriptTurn[];
  /** What the information extractors found: see `extractions`. */
  extractions: Record<string, unknown>;
  /** The argument, unchanged. */
  source: T;
}

/**
 * Reads a call of `calls.get`, `calls.list` or `calls.wait`, a response as the API sent it, or an event of a webhook,
 * flat ones of older accounts too. Never throws, whatever the argument.
 *
 * @example
 * ```ts
 * import { summarize } from "synthflow-wasm/calls";
 *
 * const { answered, seconds, transcript } = summarize({ call_id: "c", status: "completed", duration: "25" });
 * console.log(answered, seconds, transcript.length);
 * ```
 */
export declare function summarize<T extends Call | WebhookEvent | object | null | undefined>(
  callOrEvent: T,
): CallSummary<T>;
export declare function summarize(callOrEvent: unknown): CallSummary;

/**
 * The turns of a transcript, in order. A turn begins with `bot:`, `assistant:`, `human:` or `user:` at the beginning of a
 * line. Text before the first one counts as the agent's; a turn without text is left out.
 */
export declare function transcriptTurns(transcript: string | null | undefined): TranscriptTurn[];

/**
 * The values that information extractors found, by identifier, as an object without a prototype. A value is null if the
 * extractor ran and found nothing. Reads both prefixes of the action names, `extract_info_` and `info_extractor_`, and
 * takes values out of `{ [identifier]: value }` and of JSON in strings.
 */
export declare function extractions(executedActions: unknown): Record<string, unknown>;

/** Whether a call of this status has ended. A status that is unknown to this version is not final. */
export declare function isFinalStatus(status: unknown): boolean;
