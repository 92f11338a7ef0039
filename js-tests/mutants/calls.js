/** Faults in the normalization of calls, and in what reads them. */

import { calls } from "./tests.js";

const normalize = "pkg-template/shared/normalize.js";
const extractions = "pkg-template/calls/extractions.js";

export const reading = [
  {
    name: "a status is replaced by the other",
    file: normalize,
    before: "const found = given || own(object, rule)",
    after: "const found = own(object, rule)",
    tests: calls("normalized"),
  },
  {
    name: "every string of JSON is parsed",
    file: normalize,
    before: "Object(made) === made",
    after: "made !== undefined",
    tests: calls("normalized"),
  },
  {
    name: "a number that is too large",
    file: normalize,
    before: "Number.isFinite(made)",
    after: 'typeof made === "number"',
    tests: calls("normalized"),
  },
  {
    name: "fields that are assigned, not defined",
    file: normalize,
    before: "if (Object.hasOwn(object, name)) object[name] = value;",
    after: "if (value !== undefined) object[name] = value;",
    tests: calls("normalized"),
  },
  {
    name: "the second page of a list is as the API sent it",
    file: "pkg-template/src/client.js",
    before: "call(begin, operation, args, mark, shape, pace, page)",
    after: "call(begin, operation, args, mark, undefined, pace, page)",
    tests: calls("normalized"),
  },
  {
    name: "null is a way from a proxy to Synthflow",
    file: "pkg-template/src/client.js",
    before: "given[name] === null && PLACE",
    after: "false && PLACE",
    tests: ["js-tests/loading/options.test.js"],
  },
  {
    name: "extractions with a prototype",
    file: extractions,
    before: "Object.create(null)",
    after: "{}",
    tests: calls("calls"),
  },
  {
    name: "an extractor that found nothing replaces a value",
    file: extractions,
    before: "if (value !== null || !Object.hasOwn(found, identifier)) ",
    after: "",
    tests: calls("calls"),
  },
  {
    name: "a getter that throws",
    file: "pkg-template/calls/read.js",
    before:
      "Object.hasOwn(object, name)\n      ? object[name]\n      : undefined;\n  } catch {\n    return undefined;",
    after:
      "Object.hasOwn(object, name)\n      ? object[name]\n      : undefined;\n  } catch (error) {\n    throw error;",
    tests: calls("fuzz"),
  },
  {
    name: "the greeting of a voicemail is a human",
    file: "pkg-template/calls/summarize.js",
    before: 'if (all.some(isVoicemail)) return "voicemail";\n',
    after: "",
    tests: calls("calls"),
  },
];
