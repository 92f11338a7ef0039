/** Knowledge bases and their sources. */

import { badRequest } from "./errors.js";
import { find, includes, remove } from "./find.js";
import { without } from "./merge.js";
import { page } from "./paging.js";

const baseOf = (store, id) => find(store.knowledgeBases, "knowledge base", id);

const shown = ({ sources: _, agents: __, ...base }) => base;

const saved = (status, { id }) => ({ status, response: { body: "ok", knowledge_base_id: id } });

/** The field that a type of source requires. */
const REQUIRED = new Map(Object.entries({ pdf: "url", web: "url", text: "content" }));

const time = (store) => new Date(store.now()).toISOString();

/** Adds a knowledge base. */
export const addKnowledgeBase = (store, body, id = store.ids.uuid()) => {
  const base = { name: "", rag_use_condition: "", ...body, id, sources: new Map(), agents: new Set() };
  store.knowledgeBases.set(id, base);
  return base;
};

export const knowledgeBases = {
  "knowledgeBases.create": ({ store, body }) => saved("Successful", addKnowledgeBase(store, body)),
  "knowledgeBases.list": ({ store, query }) => {
    const { pagination, items } = page([...store.knowledgeBases.values()].map(shown), query, 25);
    return {
      status: "Retrieved",
      response: { total_records: pagination.total_records, knowledge_bases: items },
    };
  },
  "knowledgeBases.get": ({ store, ids }) => ({
    status: "Retrieved",
    response: { total_records: 1, knowledge_bases: [shown(baseOf(store, ids.id))] },
  }),
  "knowledgeBases.update": ({ store, ids, body }) =>
    saved("Updated", Object.assign(baseOf(store, ids.id), without(body, ["id", "sources", "agents"]))),
  "knowledgeBases.delete": ({ store, ids }) => {
    remove(store.knowledgeBases, "knowledge base", ids.id);
    return { status: "Deleted", response: {} };
  },
  "knowledgeBases.attach": ({ store, ids, query }) => {
    const base = baseOf(store, ids.knowledge_base_id);
    base.agents.add(find(store.agents, "agent", query.model_id).model_id);
    return {
      status: "Successful",
      response: { body: "ok", knowledge_base_id: base.id, model_id: query.model_id },
    };
  },
  "knowledgeBases.detach": ({ store, ids, body }) => {
    const base = baseOf(store, ids.knowledge_base_id);
    if (!base.agents.delete(body.model_id))
      throw badRequest("the knowledge base is not attached to this agent");
    return { status: "Successful", response: { body: "ok", model_id: body.model_id } };
  },
  "knowledgeBases.sources.list": ({ store, ids, query }) => {
    const base = baseOf(store, ids.knowledge_base_id);
    const found = [...base.sources.values()].filter(({ name }) => includes(name, query.name));
    const { pagination, items } = page(found, query);
    const sources = items.map(({ content, ...source }) => source);
    return {
      status: "Retrieved",
      response: { total_records: pagination.total_records, knowledge_base_id: base.id, sources },
    };
  },
  "knowledgeBases.sources.create": ({ store, ids, body }) => {
    const base = baseOf(store, ids.knowledge_base_id);
    const needed = REQUIRED.get(body.type);
    if (needed && !body[needed]) throw badRequest(`${needed} is required for the type ${body.type}`);
    const source = {
      name: "",
      type: "text",
      url: "",
      content_preview: (body.content ?? "").slice(0, 100),
      created_at: time(store),
      updated_at: time(store),
      ...body,
      id: store.ids.uuid(),
    };
    base.sources.set(source.id, source);
    return { status: "Successful", response: { source_id: source.id } };
  },
  "knowledgeBases.sources.update": ({ store, ids, body }) => {
    const source = find(baseOf(store, ids.knowledge_base_id).sources, "source", ids.source_id);
    const needed = REQUIRED.get(source.type);
    if (!body[needed]) throw badRequest(`${needed} is required for the type ${source.type}`);
    const preview = body.content && { content_preview: body.content.slice(0, 100) };
    Object.assign(source, without(body, ["id"]), preview, { updated_at: time(store) });
    return { status: "Updated", response: { source_id: source.id } };
  },
  "knowledgeBases.sources.delete": ({ store, ids }) => {
    const { id } = remove(baseOf(store, ids.knowledge_base_id).sources, "source", ids.source_id);
    return { status: "Deleted", response: { body: "ok", id } };
  },
};
