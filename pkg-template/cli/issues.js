/** The issues of params. */

import { printList } from "./output.js";

const COLUMNS = {
  path: ({ path }) => path,
  expected: ({ expected }) => expected,
  found: ({ got }) => got,
  fix: ({ hint }) => hint,
};

export const printIssues = (issues, options) => printList(issues, COLUMNS, options);
