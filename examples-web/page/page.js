import { Synthflow, ValidationError } from "synthflow-wasm";

// No key in the page: the server at /synthflow adds it.
const client = new Synthflow({ apiKey: null, baseURL: "/synthflow" });

const list = document.querySelector("#agents");
const form = document.querySelector("#create");
const message = document.querySelector("#message");

const show = async () => {
  const items = [];
  for await (const { name, type } of client.agents.list()) {
    const item = document.createElement("li");
    item.textContent = `${name} (${type})`;
    items.push(item);
  }
  list.replaceChildren(...items);
};

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const { name, type, voice_speed } = Object.fromEntries(new FormData(form));
  try {
    const agent = { voice_speed: Number(voice_speed) };
    const { model_id } = await client.agents.create({ type, name, agent });
    message.textContent = `Created ${model_id}`;
    await show();
  } catch (error) {
    message.textContent =
      error instanceof ValidationError
        ? error.issues
            .map(({ path, message, hint }) => `${path}: ${message}${hint && `; ${hint}`}`)
            .join("\n")
        : `${error.name}: ${error.message}`;
  }
});

await show();
