/** Starts the studio. */

import { mount } from "svelte";
import App from "./App.svelte";
import { loadLanguage } from "./text/index.svelte.js";
import "./style/base.css";
import "./style/controls.css";

await loadLanguage();
mount(App, { target: document.querySelector("#app") });
