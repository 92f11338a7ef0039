import type { Journal } from "./campaign.js";

/**
 * A journal in a file, for Node, Deno and Bun: a line of JSON for each entry, synchronized to the disk. It is created if there is
 * none. A lock file next to it keeps other processes away.
 */
export declare function fileJournal(path: string): Journal & { close(): Promise<void> };
