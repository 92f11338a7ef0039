/** A form of `schemaOf` in a browser: filled in by a person, it submits params that `check` accepts. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
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
