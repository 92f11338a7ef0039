/** Numbers as a person writes them. */

/** The number of a text, with a point or a comma; the text itself if it is none, so that it is reported as one. */
export const numberOf = (text) => {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  const number = Number(trimmed.replace(",", "."));
  return Number.isFinite(number) ? number : trimmed;
};
