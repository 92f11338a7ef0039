/**
 * Makes a knowledge base of the texts (`.md`, `.txt`) in a folder. Run it again after a change: it updates the files that
 * are newer, and adds new ones. A file that is gone stays, unless `--prune` is given.
 *
 *     node knowledge-base.mjs ./faq --name "Product FAQ" --when "Questions about our products" --agent <id>
 */

import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Synthflow } from "synthflow-wasm";

const text = { type: "string" };
const options = { name: text, when: text, agent: text, prune: { type: "boolean", default: false } };

/** The id of the knowledge base with this name, which is created if there is none. */
const find = async (client, name, rag_use_condition) => {
  for await (const base of client.knowledgeBases.list()) if (base.name === name) return base.id;
  if (!rag_use_condition) throw new Error("a new knowledge base needs --when: when the agent should use it");
  return (await client.knowledgeBases.create({ name, rag_use_condition })).knowledge_base_id;
};

const main = async () => {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const { name, when, agent, prune } = values;
  const [folder] = positionals;
  if (!folder || !name) throw new Error("expected a folder, and --name");
  const files = (await readdir(folder)).filter((file) => /\.(md|txt)$/.test(file)).sort();
  if (files.length === 0) throw new Error(`${folder} has no .md and no .txt files`);

  const client = new Synthflow();
  const id = await find(client, name, when);
  const sources = await client.knowledgeBases.sources.list(id).toArray();
  for (const file of files) {
    const path = join(folder, file);
    const content = await readFile(path, "utf8");
    const source = sources.find((one) => one.name === file);
    if (!source) {
      await client.knowledgeBases.sources.create(id, { type: "text", name: file, content });
      console.log(`+ ${file}`);
    } else if (new Date(source.updated_at) < (await stat(path)).mtime) {
      await client.knowledgeBases.sources.update(id, source.id, { name: file, content });
      console.log(`~ ${file}`);
    }
  }
  for (const source of sources.filter((one) => !files.includes(one.name))) {
    if (prune) await client.knowledgeBases.sources.delete(id, source.id);
    console.log(prune ? `- ${source.name}` : `${source.name} is not in the folder`);
  }
  if (agent) await client.knowledgeBases.attach(id, { model_id: agent });
  console.log(`${name}: ${files.length} files${agent ? ", attached" : ""}`);
};

main().catch(({ message }) => {
  console.error(message);
  process.exitCode = 1;
});
