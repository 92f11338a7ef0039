/** The issues of params. */

import { printList } from "./output.js";

const COLUMNS = {
  path: ({ path }) => path,
  expected: ({ expected }) => expected,
  got: ({ got }) => got,
  hint: ({ hint }) => hint,
};

export const printIssues = (issues, options) => printList(issues, COLUMNS, options);
