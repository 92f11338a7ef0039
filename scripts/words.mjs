/**
 * Fails on wording for which the field has a standard term, in comments, in string literals that are messages, and in
 * Markdown.
 *
 * Each row of the table is a pattern and what to write instead. A space in a pattern is any white space, so that a phrase
 * is found across the lines of a comment. Patterns are narrow: a person answers a call, and `answer` is a field of the
 * API. To exclude a legitimate use, narrow the pattern.
 */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";

const rowOf = ([pattern, instead], flags) => [
  new RegExp(`(?<![\\w-])(?:${pattern.source.replaceAll(" ", "\\s+")})(?![\\w-])`, flags),
  instead,
];

/** Rows of a pattern and what to write instead. */
const table = [
  [
    /(?:an?|the|no|each|its|every|whose) answer(?= (?:of|has|holds|is|came|comes|repeats|within|to an?|from|whose)\b)/,
    "response",
  ],
  [/(?:older|raw|error|lost|real|good|empty|HTTP) answers?/, "response"],
  [/answers? (?:are never|of (?:the|an|each) (?:API|server|operation|shape))/, "response"],
  [/(?:the|an) answer's (?:headers|body|text|data|status|shape)/, "the response's …"],
  [/answer(?:s|ed|ing)? (?:with|as|like|well|in pages|by a status)/, "respond with, return"],
  [/(?:API|servers?|fetch|host|URL|operations?|sandbox|cache|proxy|function) answer(?:s|ed)?/, "respond"],
  [/what (?:it|they|an? \w+|the \w+) answers?/, "what … returns"],
  [/` answers?|answers (?:over|(?:the|each|every)(?: \w+)? requests?)/, "returns, responds"],
  [/(?:sent|sends?|sending) (?:it )?again/, "retried"],
  [
    // The contract has it as a value.
    /(?<!"repeat": ")never[- _]blind|(?:never )?blindly|repeat class(?:es)?/,
    "retry policy: safe, idempotent, non_idempotent",
  ],
  [/(?:failures?|faults?|errors?|problems?) that pass(?:es)?/, "transient failures"],
  [/surely/, "definitely"],
  [
    /seed (?:documents?|documentation|generation)|generation "seed"|(?:of|in) the seed|seed: [A-Z]\w+/,
    "legacy API",
  ],
  [/(?:values|fields|others) pass/, "other values are accepted"],
  [
    /(?:is|are|was|were|be|been|who|it|they) (?:not )?told|told (?:of|by|once)|(?:does|do|did) not tell|tells? (?:of|when|each|the (?:client|caller|driver))/,
    "called with, notified of, reported",
  ],
  [/(?:became|becomes?|came|comes) of (?!age)\w+/, "what happened to, the result of"],
  [/mend(?:s|ed|ing)?/, "fix"],
  [/the rooms|the way of (?:one|a) request/, "layout; life of a request"],
  [/go(?:es)? before/, "override, take precedence over"],
  [/(?:held|holds?) against/, "compare with, validate against"],
  [/beside(?! each other)/, "besides, next to, compared with"],
  [/time (?:is|was) up|out of time|(?:no \w+ came|none) in time|time-outs?/, "timed out, within the timeout"],
  [/(?:settles?|rejects?|ends?|settled) (?:(?:it|them) )?at once/, "immediately"],
  [/line by line|at the end of its lines/, "NDJSON, streamed"],
  [/even(?:s|ed|ing) out/, "normalize"],
  [/verbs?/, "HTTP method"],
  [
    /in words|without a word|words? for success|words of (?:the|an?) (?:checker|operation|declaration|message|host)|own words?|JavaScript words?|API's word/,
    "message, code, name",
  ],
  [
    /(?:at|by|of|in) (?:a|its|their|this|that) place|(?:wrong|right|other) places?|places of (?:the|an?)/,
    "index, path, location",
  ],
  // A form says "Enter a whole number".
  [/(?<!Enter a )whole numbers?/, "integer"],
  [/kind of (?:error|the first|API\w*|\w+Error)/, "subclass of, type of"],
  [
    /leave (?:it|them) out|leave out (?:to|for)/,
    "omit it; it is required; omit it to keep the current value",
  ],
  [/well-formed text|half an? (?:letter|surrogate|emoji)/, "an unpaired surrogate"],
  [/too many calls a second/, "rate limit exceeded"],
  [/may not do that/, "this API key lacks permission"],
  [/nothing of this id/, "no resource with this id"],
  [/did not answer/, "the `fetch` option returned … instead of a Response"],
  [/whole JSON/, "invalid or truncated JSON"],
  [/is baseURL the API's|is the id right/, "check baseURL and any proxy in between; check the id"],
  [/holds nothing in/, "the response has no …"],
  [/no whole (?:answer|response)/, "no complete response within …"],
  [/aborted by its signal/, "aborted by the caller's signal"],
  [/again in a while/, "retrying in … ms"],
  [/of another length/, "the wrong number of digits"],
  [/that cannot be read:/, "could not be read: …"],
  [/does take this/, "If the API accepts this"],
  [/too deep to be searched/, "nested too deeply to redact the API key"],
  [/goes on all the same/, "is still running"],
  [/ask hasNextPage/, "check hasNextPage() first"],
  [/JSON, but no object/, "not a JSON object"],
  [/look (?:it up )?before trying again/, "check whether it took effect before retrying"],
  [/rid(?:e|es|den|ing) out/, "retry, continue after"],
  [/(?:come|comes|came) to an? (?:good|bad) end/, "succeed, fail"],
  [/(?:is|are|was) a slip/, "a mistake"],
  [/(?:un|re)?diall(?:ed|ing|ers?)/, "dialed, dialing"],
  [/cancell(?:ed|ing)/, "canceled, canceling"],
  [/(?:label|model|travel|signal)l(?:ed|ing)/, "American spelling: labeled, modeled"],
  [/(?:col|fav|hon|neighb|behavi)ours?(?:ed|ing)?|licences?|grey/, "American spelling: color, license, gray"],
].map((row) => rowOf(row, "gi"));

/** The same for comments and Markdown only, by case: labels of forms have their own rules. */
const inComments = [[/(?<!caller )(?<!Caller )IDs?/, "id, ids; Id, Ids at the start of a sentence"]].map(
  (row) => rowOf(row, "g"),
);

const COMMENT = /\/\*[\s\S]*?\*\/|(?:\/\/[^\n]*(?:\n[ \t]*(?=\/\/))?)+/.source;
const REGEXP = /(?<=[=(,:!&|?[]\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/.source;
const TEXT = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[\s\S]|\$\{[^{}]*\}|[^`\\])*`/.source;
const RUST_TEXT = /r(#+)"[\s\S]*?"\1|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[^']+|[^'\\])'/.source;
const tokens = {
  rs: new RegExp(`${COMMENT}|${RUST_TEXT}`, "g"),
  js: new RegExp(`${COMMENT}|${REGEXP}|${TEXT}`, "g"),
  svelte: new RegExp(`<!--[\\s\\S]*?-->|${COMMENT}|${TEXT}`, "g"),
};

const tokensOf = (path) => tokens[path.split(".").at(-1)] ?? tokens.js;

/** Replaces matches by spaces, so that offsets do not change; `kept` are characters that stay. */
const blank = (text, pattern, kept = "") =>
  text.replace(pattern, (found) =>
    found.replace(/[^\n]/g, (letter) => (kept.includes(letter) ? letter : " ")),
  );

const MARKS = /^[ \t]*(?:\/\/[/!]?|\/\*+|\*(?!\/))|\*\//gm;
const INLINE_CODE = /`[^`\n]*`/g;

/** The prose of a source, each part with its offset and the rows for it. A literal of one word is a name, not a message. */
const proseOf = (path, source) => {
  const all = [...table, ...inComments];
  if (path.endsWith(".md")) return [[0, blank(source, INLINE_CODE, "`"), all]];
  const parts = [];
  for (const { 0: token, index } of source.matchAll(tokensOf(path))) {
    if (/^(?:\/[/*]|<!--)/.test(token))
      parts.push([index, blank(blank(token, MARKS), INLINE_CODE, "`"), all]);
    else if (/\w \w/.test(token) && !token.startsWith("/"))
      parts.push([index, blank(token, /\$\{[^{}]*\}/g), table]);
  }
  return parts;
};

/** The matches of the table in a source: `{ line, found, instead }`. */
export const wordsIn = (path, source) =>
  proseOf(path, source).flatMap(([offset, text, rows]) =>
    rows.flatMap(([pattern, instead]) =>
      [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
        line: source.slice(0, offset + index).split("\n").length,
        found: found.replace(/\s+/g, " "),
        instead,
      })),
    ),
  );

/** Not prose of ours: generated files, whose sources are checked, this table and its test, and licenses. */
const excluded = /\/generated\/|^api\.md$|^scripts\/words\.mjs$|\/words\.test\.js$|^LICENSE/;

/** Checks all tracked and new files; prints what it finds, and returns how much. */
const checkWords = () => {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
  });
  const files = listed
    .toString()
    .trim()
    .split("\n")
    .filter((name) => /\.(rs|js|mjs|ts|md|svelte)$/.test(name) && !excluded.test(name));
  let count = 0;
  for (const file of files) {
    for (const { line, found, instead } of wordsIn(file, readFileSync(join(root, file), "utf8"))) {
      count += 1;
      console.error(`${file}:${line}: "${found}"; write: ${instead}`);
    }
  }
  return count;
};

if (process.argv[1] === new URL(import.meta.url).pathname && checkWords() > 0) process.exitCode = 1;
