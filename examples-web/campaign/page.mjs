/**
 * The page of a campaign: progress, pause, resume, cancel, retry; and Bull Board, which shows each job. For this machine
 * only: it shows phone numbers, and has no login.
 */

import { readFileSync } from "node:fs";
import { createBullBoard } from "@bull-board/api";
import { BullMQAdapter } from "@bull-board/api/bullMQAdapter";
import { ExpressAdapter } from "@bull-board/express";
import express from "express";
import { cancel, pause, progress, resume, retryFailed } from "./control.mjs";

const html = readFileSync(new URL("page.html", import.meta.url), "utf8");
const actions = { pause, resume, cancel, retry: retryFailed };

/** Refuses what other pages send: other names of this machine, and requests from other origins. */
const guard = (request, response, next) => {
  const host = `127.0.0.1:${request.socket.localPort}`;
  const { origin, "sec-fetch-site": site = "none" } = request.headers;
  const isOwn = request.headers.host === host && (origin === undefined || origin === `http://${host}`);
  if (isOwn && (request.method === "GET" || site === "same-origin" || site === "none")) return next();
  return response.status(403).end();
};

/** Serves the page; resolves with its URL. */
export const servePage = async (campaign, port = 0) => {
  const board = new ExpressAdapter();
  board.setBasePath("/board");
  // Read-only: its other buttons remove jobs, and with them people.
  const adapter = new BullMQAdapter(campaign.queue, { readOnlyMode: true });
  createBullBoard({ queues: [adapter], serverAdapter: board });

  const app = express();
  app.use(guard);
  app.get("/", (_, response) => response.type("html").send(html));
  app.get("/progress", async (_, response) => response.json(await progress(campaign)));
  app.post("/:action", async ({ params }, response) => {
    if (!Object.hasOwn(actions, params.action)) return response.status(404).end();
    await actions[params.action](campaign);
    return response.json(await progress(campaign));
  });
  app.use("/board", board.getRouter());

  const server = await new Promise((resolve, reject) => {
    const listening = app.listen(port, "127.0.0.1", (error) => (error ? reject(error) : resolve(listening)));
  });
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
