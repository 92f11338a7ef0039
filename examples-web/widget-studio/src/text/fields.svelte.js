/** Labels and documentation of the fields: those of the schema, unless the dictionary has its own. */

import { known } from "./index.svelte.js";

/** The label of a field, with its unit. */
export const labelOf = ({ key, title, unit }) => {
  const label = known(`field.${key}.title`) ?? title;
  return unit ? `${label} (${known(`unit.${unit}`) ?? unit})` : label;
};

/** The documentation of a field. */
export const descriptionOf = ({ key, description }) => known(`field.${key}.docs`) ?? description;

/** The label of an option. */
export const optionLabel = ({ value, title }) => known(`option.${value}`) ?? title;
