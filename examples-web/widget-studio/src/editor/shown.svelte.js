/** Values as texts. */

import { optionLabel } from "../text/fields.svelte.js";
import { t } from "../text/index.svelte.js";
import { names } from "../voices/voices.svelte.js";

const itemText = (item) => (typeof item === "object" ? Object.values(item).join(" · ") : String(item));

/** The value of a field as a text; empty if it has none. */
export const shownValue = ({ key, options }, value) => {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return t(value ? "on" : "off");
  if (Array.isArray(value)) return value.map(itemText).join("\n");
  const option = options.find((one) => one.value === String(value));
  if (option) return optionLabel(option);
  return (key.endsWith("voice_id") && names.get(value)) || String(value);
};
