/** A difference between a response and its documented shape. */
export interface Difference {
  /** Operation, such as `"agents.get"`. */
  operation: string;
  /** Path of the value, such as `"agent.voice_speed"`. */
  path: string;
  /** What was expected. */
  expected: string;
  /** What was found. */
  got: string;
  /** Message made of the other fields. */
  message: string;
}

/**
 * Makes the client option `onDrift` from a function that is called with every difference.
 * @example
 * ```ts
 * import { Synthflow } from "synthflow-wasm";
 * import { watchDrift } from "synthflow-wasm/drift";
 *
 * const onDrift = watchDrift(({ operation, message }) => console.warn(operation, message));
 * const client = new Synthflow({ onDrift });
 * ```
 */
export declare function watchDrift(report: (difference: Difference) => void): {
  (difference: Difference): void;
  /** The documented shapes of all responses, encoded. */
  readonly responses: string;
};
