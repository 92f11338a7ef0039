/** Light, dark, or as the system has it. */

import { store, stored } from "./stored.js";

const themes = ["system", "light", "dark"];
const saved = stored("theme");

export const theme = $state({ name: themes.includes(saved) ? saved : "system" });

/** Applies a theme, and stores it. */
export const setTheme = (name) => {
  theme.name = name;
  document.documentElement.dataset.theme = name;
  store("theme", name);
};

document.documentElement.dataset.theme = theme.name;
