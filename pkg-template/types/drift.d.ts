import type { Difference, DriftReporter } from "./index.js";

export type { Difference, DriftReporter };

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
export declare function watchDrift(report: (difference: Difference) => void): DriftReporter;
