/** What the server says about the account: `mode` is `"sandbox"` or `"account"`; `workspace` is for voices. */

export const config = JSON.parse(document.querySelector("meta[name=studio]").content);
