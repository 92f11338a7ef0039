/** What to say about issues to the person at the form. */

import { labelOf, optionLabel } from "../text/fields.svelte.js";
import { language, t } from "../text/index.svelte.js";

/** The sentences, with the names that options have in the form. */
const labelsIn = (sentences) =>
  Object.fromEntries(
    Object.entries(sentences).map(([code, sentence]) => [
      code,
      (issue) =>
        sentence({
          ...issue,
          choices: issue.choices?.map((title, at) => optionLabel({ value: issue.values?.[at], title })),
        }),
    ]),
  );

/** Where in a list of objects an issue is: its number, and the field. */
const within = (field, [index, name]) => {
  if (!field.items || !Number.isInteger(index)) return "";
  const item = field.items.find(({ key }) => key === name);
  const number = t("rule", { number: index + 1 });
  return `${item ? `${number}, ${labelOf({ ...item, key: `${field.key}.${item.key}` })}` : number}: `;
};

/** A sentence for each issue of a field; `schema` is the module `synthflow-wasm/schema`. */
export const messagesOf = ({ describeIssues, english, german }, field, issues) => {
  const labels = labelsIn(language.code === "de" ? german : english);
  return describeIssues("agents.create", issues, { labels }).map(
    ({ keys, label }) => within(field, keys.slice(field.path.length)) + label,
  );
};
