/** A form of `schemaOf` in a browser: filled in by a person, it submits params that `check` accepts. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { blocks } from "../docs/blocks.js";
import { launch, skip } from "../support/browser.js";

const page = `
import Form from "@rjsf/core";
import { customizeValidator } from "@rjsf/validator-ajv8";
import { Ajv2020 } from "ajv/dist/2020.js";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { check } from "synthflow-wasm";
import { describeIssues, formats, schemaOf } from "synthflow-wasm/schema";

const validator = customizeValidator({ AjvClass: Ajv2020, customFormats: formats });
const operation = "agents.create";

/** The labels of the issues, in the form's own structure. */
const errorsOf = (params) => {
  const errors = {};
  for (const { keys, label } of describeIssues(operation, check(operation, params))) {
    let at = errors;
    for (const key of keys) at = at[key] ??= {};
    (at.__errors ??= []).push(label);
  }
  return errors;
};

const show = (formData, extraErrors) =>
  root.render(createElement(Form, {
    schema: schemaOf(operation), formData, validator, extraErrors, noValidate: true, noHtml5Validate: true, omitExtraData: true,
    experimental_defaultFormStateBehavior: { emptyObjectFields: "skipDefaults" },
    onSubmit: ({ formData }) => {
      globalThis.submitted = formData;
      show(formData, errorsOf(formData));
    },
  }));
const root = createRoot(document.body.appendChild(document.createElement("main")));
show();
`;

test("agents.create: a form is filled in and submitted, and shows the labels of issues at their fields", {
  skip,
}, async () => {
  const { outputFiles } = await build({
    stdin: { contents: page, resolveDir: fileURLToPath(new URL("../..", import.meta.url)) },
    bundle: true,
    write: false,
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
  const browser = await launch();
  try {
    const tab = await browser.newPage();
    const problems = [];
    tab.on("pageerror", (error) => problems.push(String(error)));
    tab.on("console", (message) => problems.push(message.text()));
    await tab.setContent("<!doctype html><body>");
    await tab.addScriptTag({ content: outputFiles[0].text });

    await tab.getByLabel("Name*", { exact: true }).fill("Concierge");
    await tab.locator("#root_agent_voice_speed").fill("3");
    await tab.getByRole("button", { name: "Submit" }).click();
    const errors = await tab.locator("form .error-detail, form .text-danger").allTextContents();
    assert.ok(errors.includes("This field is required."), errors.join());
    assert.ok(errors.includes("Enter a number from 0.7 to 1.2."), errors.join());

    await tab.locator("#root_type").selectOption({ label: "Talks to visitors of a web page" });
    await tab.locator("#root_agent_voice_speed").fill("1.1");
    await tab.getByRole("button", { name: "Submit" }).click();
    await tab.waitForFunction(() => globalThis.submitted.type === "widget");
    assert.deepEqual(await tab.evaluate(() => globalThis.submitted), {
      type: "widget",
      name: "Concierge",
      agent: { voice_speed: 1.1 },
    });
    assert.equal(await tab.locator("form .error-detail, form .text-danger").count(), 0);
    assert.deepEqual(problems, []);
  } finally {
    await browser.close();
  }
});

test("docs/guides/forms.md: the form in plain DOM shows issues on change and on submit, and sends what is valid", {
  skip,
}, async () => {
  const [{ code }] = blocks.filter(
    ({ page, section }) => page.endsWith("forms.md") && /plain DOM/.test(section),
  );
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: fileURLToPath(new URL("../..", import.meta.url)) },
    bundle: true,
    write: false,
    logLevel: "error",
  });
  const html = `<!doctype html><form><input type="hidden" name="model_id" value="m"><input name="name"><input name="phone">
    <button>Call</button></form><script type="module">${outputFiles[0].text.replaceAll("</script", "<\\/script")}</script>`;
  const browser = await launch();
  try {
    const tab = await browser.newPage();
    const sent = [];
    await tab.route("https://app.example/**", (route) => {
      const request = route.request();
      if (request.method() === "GET")
        return route.fulfill({ contentType: "text/html; charset=utf-8", body: html });
      sent.push([request.url(), request.postDataJSON()]);
      return route.fulfill({ json: { status: "ok", response: { call_id: "c" } } });
    });
    await tab.goto("https://app.example/");
    const shown = () =>
      tab.evaluate(() =>
        [...document.querySelectorAll("input")].map(({ validationMessage }) => validationMessage),
      );
    await tab.locator("[name=phone]").fill("0800");
    await tab.locator("[name=phone]").blur();
    const [, , phone] = await shown();
    assert.match(phone, /^Enter .*\+/);
    await tab.getByRole("button").click();
    assert.equal((await shown())[1], "This field is required.");
    assert.deepEqual(sent, []);
    await tab.locator("[name=name]").fill("Sam");
    await tab.locator("[name=phone]").fill("+14155550123");
    const response = tab.waitForResponse("https://app.example/synthflow/calls");
    await tab.getByRole("button").click();
    await response;
    assert.deepEqual(await shown(), ["", "", ""]);
    const params = { model_id: "m", name: "Sam", phone: "+14155550123" };
    assert.deepEqual(sent, [["https://app.example/synthflow/calls", params]]);
  } finally {
    await browser.close();
  }
});
