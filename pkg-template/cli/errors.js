/** Errors as one line on stderr, and as exit codes. */

import { CommanderError } from "commander";
import { didYouMean } from "../shared/nearest.js";
import { clean, note } from "./output.js";

export const FAILED = 1;
export const USAGE = 2;
export const UNKNOWN = 3;
const INTERRUPTED = 130;

/** An error with its exit code, and lines of advice. */
export class Failure extends Error {
  constructor(message, code = FAILED, cause = undefined, advice = []) {
    super(message, { cause });
    this.code = code;
    this.advice = advice;
  }
}

/** Wrong arguments or files; nothing was sent. */
export const usage = (message, cause) => new Failure(message, USAGE, cause);

/** The message of an error, in one line, with the request id that Synthflow's support asks for. */
export const messageOf = (error) => {
  const issues = error?.issues?.map(({ path, message }) => `${path}: ${message}`).join("; ");
  const text = issues || String(error?.message ?? error).replace(/\s*\n\s*/g, "; ");
  return clean(error?.requestId ? `${text} (request id ${error.requestId})` : text);
};

const FROM_ENVIRONMENT = "; the API key is read from the environment variable SYNTHFLOW_API_KEY";

/** The name of an option that is not known. The name of a secret says where the secret belongs. */
const unknownOption = (flag) => {
  const name = /^--?[a-z][a-z-]*(?==|$)/i.exec(flag)?.[0];
  const hint = name && !/key|token|secret|auth/i.test(name) ? "" : FROM_ENVIRONMENT;
  return `error: unknown option${name ? ` '${name}'` : ""}${hint}`;
};

/** The value of an option: a number, or one that is similar to a choice. */
const shownValue = (value, expected) => {
  const isShown =
    /^[-+.\d]{1,12}$/.test(value) || didYouMean(value, expected.split(/[ ,.]+/).filter(Boolean)) !== "";
  return isShown ? ` '${value}'` : "";
};

/** A message of commander without arguments that are similar to nothing known: they may be secrets, and logs are kept. */
export const withoutSecrets = (text) =>
  text
    .replace(/^error: unknown option '([\s\S]*)'/, (_, flag) => unknownOption(flag))
    .replace(
      /^error: unknown command '[\s\S]*'(?!\n\(Did you mean)/,
      `error: unknown command${FROM_ENVIRONMENT}`,
    )
    .replace(
      /^(error: option '[^']*' argument) '([\s\S]*)'( is invalid\. )(.*)/,
      (_, option, value, is, expected) => `${option}${shownValue(value, expected)}${is}${expected}`,
    );

/** Whether a call was placed: then no later failure may look like one of the call. */
export const state = { isPlaced: false };

/** Ends the process if a result cannot be written. The reader of a pipe may end early, as `head` does. */
export const onWriteError = (error) => {
  if (error.code === "EPIPE" && !state.isPlaced) process.exit();
  note(`synthflow-wasm: the result could not be written: ${error.message}`);
  process.exit(state.isPlaced ? UNKNOWN : FAILED);
};

/** Reports an error; returns the exit code. */
export const exitCodeOf = (error, isDebug) => {
  // Commander has printed it; or it was the help or the version.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE;
  const isInterrupted = error?.name === "APIAbortError";
  note(`synthflow-wasm: ${isInterrupted ? "interrupted" : messageOf(error)}`);
  for (const line of error?.advice ?? []) note(line);
  if (isDebug) note((error?.cause ?? error)?.stack ?? String(error));
  if (isInterrupted) return INTERRUPTED;
  return error?.name === "ValidationError" ? USAGE : error instanceof Failure ? error.code : FAILED;
};
