/** Labels and documentation of the fields: those of the schema, unless the dictionary has its own. */

import { known, language, languageName } from "./index.svelte.js";

/** The label of a field, with its unit. */
export const labelOf = ({ key, title, unit }) => {
  const label = known(`field.${key}.title`) ?? title;
  return unit ? `${label} (${known(`unit.${unit}`) ?? unit})` : label;
};

/** The documentation of a field. */
export const descriptionOf = ({ key, description }) => known(`field.${key}.docs`) ?? description;

/** The label of an option; a language has its name in that of the page. */
export const optionLabel = ({ value, title }) => {
  const isForeign = language.code !== "en" && /^[a-z]{2}(-[A-Z]{2})?$/.test(value);
  return known(`option.${value}`) ?? (isForeign ? languageName(value) : title);
};
