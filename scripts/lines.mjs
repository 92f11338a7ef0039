/** The lines of minified files. */

/** Lines, since Node prints that of an error that nobody catches. */
export const LINE_LIMIT = 120;

/**
 * Joins strings that esbuild continues on the next line. The plugin of Rollup for CommonJS indents what is for `require`, and
 * with it the rest of such a string. An escaped backslash at the end of a line of a template is none.
 */
export const joinStrings = (code) => code.replace(/(?<!\\)((?:\\\\)*)\\\n/g, "$1");
