/** One difference between an answer and its documented shape. */
export interface Difference {
  /** The operation that was answered, such as `"agents.get"`. */
  operation: string;
  /** Where: `"agent.voice_speed"`. */
  path: string;
  /** What was expected there. */
  expected: string;
  /** What was found. */
  got: string;
  /** All of it in one line. */
  message: string;
}

/** Makes the client option `onDrift` of a function that is told every difference. */
export declare function watchDrift(report: (difference: Difference) => void): {
  (difference: Difference): void;
  /** The shapes of all responses, packed. */
  readonly responses: string;
};
