/** Reads calls: a summary of any form, turns of transcripts, extractions. Needs neither the core nor a client. */

export { extractions } from "./extractions.js";
export { isFinalStatus, summarize } from "./summarize.js";
export { transcriptTurns } from "./transcript.js";
