/** The test files that must notice a fault. */

export const client = (...names) => names.map((name) => `js-tests/client/${name}.test.js`);

export const safety = (...names) => names.map((name) => `js-tests/safety/${name}.test.js`);

export const webhooks = (...names) => names.map((name) => `js-tests/webhooks/${name}.test.js`);

export const calls = (...names) => names.map((name) => `js-tests/calls/${name}.test.js`);

export const proxy = (...names) => names.map((name) => `js-tests/proxy/${name}.test.js`);

export const campaign = (...names) => names.map((name) => `js-tests/campaign/${name}.test.js`);

export const redaction = ["js-tests/redaction/redaction.test.js"];
export const cancel = ["js-tests/cancel/cancel.test.js"];
export const leaks = ["js-tests/cancel/leaks.test.js"];
export const invalidFetch = ["js-tests/faults/invalid-fetch.test.js"];
export const trap = ["js-tests/faults/trap.test.js"];
