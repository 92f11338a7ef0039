/** Hostile values, by name. */

const thrower = () => {
  throw new Error("planted");
};

const cycle = () => {
  const value = { name: "x", list: [] };
  value.self = value;
  value.list.push(value.list);
  return value;
};

const revoked = (target) => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};

const sparse = (length) => {
  const list = [];
  list.length = length;
  return list;
};

const deep = (depth, step) => {
  let value = "bottom";
  for (let level = 0; level < depth; level += 1) value = step(value);
  return value;
};

const traps = ["get", "has", "ownKeys", "getOwnPropertyDescriptor", "getPrototypeOf"];

/** Functions that create the values, by name, so that a failure names the value. */
const monsters = {
  undefined: () => undefined,
  NaN: () => Number.NaN,
  Infinity: () => Number.POSITIVE_INFINITY,
  "-0": () => -0,
  "a throwing getter": () => Object.defineProperty({}, "name", { enumerable: true, get: thrower }),
  "a getter that throws null": () => ({
    get name() {
      throw null;
    },
  }),
  "a getter that changes": () => {
    let reads = 0;
    return {
      get name() {
        reads += 1;
        return reads > 1 ? {} : "x";
      },
    };
  },
  "a throwing toJSON": () => ({ toJSON: thrower }),
  "a toJSON of something else": () => ({ name: "x", toJSON: () => ({ other: Symbol("x") }) }),
  "a toJSON of text": () => ({ toJSON: () => "text" }),
  "a toJSON of undefined": () => ({ toJSON: () => undefined }),
  "a toJSON that is no function": () => ({ toJSON: 5 }),
  "a throwing toString": () => ({ toString: thrower, valueOf: thrower, [Symbol.toPrimitive]: thrower }),
  "a cycle": cycle,
  "a revoked proxy": () => revoked({}),
  "a revoked proxy of an array": () => revoked([]),
  "a revoked proxy of a function": () => revoked(() => {}),
  ...Object.fromEntries(
    traps.map((trap) => [`a proxy whose ${trap} throws`, () => new Proxy({ a: 1 }, { [trap]: thrower })]),
  ),
  "a proxy that lies about its keys": () =>
    new Proxy({}, { ownKeys: () => ["a", "b"], getOwnPropertyDescriptor: () => undefined }),
  "a proxy that has everything": () =>
    new Proxy({}, { get: (_, name) => (name === "then" ? undefined : {}) }),
  "an array whose length throws": () =>
    new Proxy([], { get: (list, name) => (name === "length" ? thrower() : list[name]) }),
  "an array that lies about its length": () =>
    new Proxy([1], { get: (list, name) => (name === "length" ? 1e9 : list[name]) }),
  "a sparse array": () => sparse(1000),
  "a sparse array without end": () => sparse(2 ** 32 - 1),
  "a thousand levels of objects": () => deep(1000, (inner) => ({ inner })),
  "ten thousand levels of arrays": () => deep(10_000, (inner) => [inner]),
  "a symbol": () => Symbol("x"),
  "a symbol as key": () => ({ [Symbol("x")]: 1 }),
  "a bigint": () => 10n ** 30n,
  "a boxed string": () => new String("x"),
  "a boxed number": () => new Number(5),
  "a boxed bigint": () => Object(5n),
  "a function": () => () => {},
  "a class": () => class {},
  "an async function": () => async () => {},
  "a promise": () => Promise.resolve(1),
  // biome-ignore lint/suspicious/noThenProperty: a thenable
  "a thenable": () => ({ then: (resolve) => resolve("x") }),
  // biome-ignore lint/suspicious/noThenProperty: a thenable
  "a thenable that throws": () => ({ then: thrower }),
  "a map": () => new Map([["name", "x"]]),
  "a set": () => new Set(["x"]),
  "a date": () => new Date(0),
  "an invalid date": () => new Date(Number.NaN),
  "a regular expression": () => /x/g,
  "an error": () => new Error("planted"),
  "a URL": () => new URL("https://example.com/"),
  bytes: () => new Uint8Array(8),
  "no prototype": () => Object.assign(Object.create(null), { name: "x" }),
  "an own __proto__": () => JSON.parse('{"__proto__": {"name": "x"}, "constructor": {"name": 1}}'),
  "an inherited field": () => Object.create({ name: "x" }),
  frozen: () => Object.freeze({ name: "x", list: Object.freeze([1]) }),
  "a lone surrogate": () => "a\ud800b",
  "a lone surrogate as key": () => ({ "\udfff": 1 }),
  "a huge string": () => "x".repeat(2_000_000),
  "a huge name": () => ({ ["x".repeat(1_000_000)]: 1 }),
  "many fields": () => Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`f${index}`, index])),
  "control letters": () => "a\u0000b\r\nc\u001b[31m\u202e",
  "the global object": () => globalThis,
};

/** Their names. */
export const names = Object.keys(monsters);

/**
 * Creates a value from its recipe, which is JSON, so that it can be printed, shrunk and saved: `{ "$": name }` is one of
 * the values above, anything else is itself.
 */
export const build = (recipe) => {
  if (Array.isArray(recipe)) return recipe.map(build);
  if (typeof recipe !== "object" || recipe === null) return recipe;
  if (Object.hasOwn(monsters, recipe.$)) return monsters[recipe.$]();
  // Assigning `__proto__` would set the prototype.
  const fields = Object.entries(recipe).map(([name, value]) => [name, build(value)]);
  return Object.fromEntries(fields);
};
