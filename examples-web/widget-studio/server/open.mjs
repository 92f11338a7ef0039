/** Opens a page in the browser of this machine, if there is a person at it. */

import { spawn } from "node:child_process";

const commands = { darwin: ["open"], win32: ["cmd", "/c", "start", ""] };

/** The command that opens a URL; `undefined` without a terminal or a desktop. */
const command = () => {
  if (!process.stdout.isTTY || process.env.CI) return undefined;
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return commands[process.platform] ?? ((DISPLAY || WAYLAND_DISPLAY) && ["xdg-open"]);
};

/** Opens a URL. That it cannot be opened is no error: the URL is printed, too. */
export const openPage = (url) => {
  const [name, ...args] = command() ?? [];
  if (!name) return;
  const child = spawn(name, [...args, url], { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
};
