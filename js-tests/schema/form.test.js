/** A form library that knows nothing of this package renders every schema unchanged, and validates as `check` does. */

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { check } from "synthflow-wasm";
import { formats, operations, schemaOf } from "synthflow-wasm/schema";
import { valid } from "./inputs.js";

// Their modules for `import` load others by paths that Node does not resolve.
const require = createRequire(import.meta.url);
const { default: Form } = require("@rjsf/core");
const { createSchemaUtils } = require("@rjsf/utils");
const { customizeValidator } = require("@rjsf/validator-ajv8");

const validator = customizeValidator({ AjvClass: Ajv2020, customFormats: formats });

/** The API has defaults of its own; those of optional sections would make the sections present. */
const defaults = { emptyObjectFields: "skipDefaults" };

/** The markup of a form; fails if anything is written to the console. */
const render = (t, schema, formData) => {
  const written = [];
  for (const method of ["warn", "error", "log"])
    t.mock.method(console, method, (...parts) => written.push(parts.join(" ")));
  const html = renderToStaticMarkup(
    createElement(Form, {
      schema,
      formData,
      validator,
      experimental_defaultFormStateBehavior: defaults,
      // The hours of a batch, which the API does not document, are any JSON value.
      useFallbackUiForUnsupportedType: true,
    }),
  );
  t.mock.restoreAll();
  assert.deepEqual(written, []);
  return html;
};

for (const operation of operations()) {
  const schema = schemaOf(operation);
  const [short, full] = valid.get(operation);

  test(`${operation}: the form is rendered, empty and filled in`, (t) => {
    for (const params of [undefined, short, full]) {
      const html = render(t, schema, params);
      assert.ok(html.includes(schema.title) && !html.includes("Unsupported field"));
      for (const { title } of Object.values(schema.properties ?? {})) assert.ok(html.includes(title), title);
    }
    assert.deepEqual(schema, schemaOf(operation), "the schema is unchanged");
  });

  test(`${operation}: the form accepts and refuses what check does`, () => {
    const utils = createSchemaUtils(validator, schema, defaults);
    const issuesOf = (params) => {
      const { errors } = validator.validateFormData(params, schema);
      const issues = check(operation, params);
      assert.equal(errors.length > 0, issues.length > 0, JSON.stringify(errors[0] ?? issues[0]));
      return issues;
    };
    for (const params of [short, full]) {
      assert.deepEqual(issuesOf(params), []);
      // What the form submits if nothing is changed.
      assert.deepEqual(issuesOf(utils.getDefaultFormState(schema, structuredClone(params))), []);
      // Params of the legacy API may have more fields.
      const issues = issuesOf({ ...params, brand_new_field: 1 });
      assert.equal(
        issues[0]?.code,
        schema.additionalProperties === false || schema.anyOf ? "unknown_field" : undefined,
      );
    }
    for (const name of schema.required ?? []) {
      const { [name]: _, ...others } = short;
      assert.ok(
        issuesOf(others).some(({ path, code }) => path === name && code === "required"),
        name,
      );
    }
  });
}
