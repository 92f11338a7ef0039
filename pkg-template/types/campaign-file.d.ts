import type { Journal } from "./campaign.js";

/**
 * A journal in a file, for Node, Deno and Bun: a line of JSON for each entry, synchronized to the disk. It is created if there is
 * none; a file that is not a journal is refused and not changed. If the file is moved, deleted or changed while it is in use, the
 * campaign ends with an error. A lock file next to it keeps other processes away. That of a process which is gone is taken over, with a
 * warning of the process and after 30 seconds if its owner cannot be identified.
 * @throws {TypeError} if the path is not a string.
 * @throws {Error} if its folder does not exist.
 */
export declare function fileJournal(path: string): Journal & { close(): Promise<void> };
