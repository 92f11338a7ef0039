/** Faults where the core and its host meet: attempts, numbers of requests, the glue, the memory. */

import { client, leaks, safety } from "./tests.js";

const allocator = "src/allocator.rs";
const exported = "src/exports.rs";
const decode = "src/http/decode.rs";
const glue = "scripts/glue.mjs";
const host = "pkg-template/src/host.js";
const source = (name) => `pkg-template/src/${name}.js`;
const resends = safety("resends");
const attempt = { tests: client("host"), pattern: "an attempt is" };
const collected = { tests: leaks, pattern: "can be collected" };
const flat = { tests: ["js-tests/load/flat.test.js"], env: { LOAD_REQUESTS: "20000" } };
const concurrent = { tests: ["js-tests/load/concurrency.test.js"], pattern: "its own caller" };

export const core = [
  {
    name: "a fetch can change the headers that were sent",
    file: host,
    before: "sent.push(copy);",
    after: "sent.push(headers);",
    tests: safety("checked-is-sent"),
  },
  {
    name: "a path goes to the <base> of the page",
    file: host,
    before: "return originOf() || !isBrowser() ? originOf() + url : undefined;",
    after: "return url;",
    tests: resends,
  },
  {
    name: "a page without an origin sends a path to its <base>",
    file: host,
    before: "originOf() || !isBrowser() ? originOf() + url : undefined",
    after: "originOf() + url",
    tests: resends,
  },
  {
    name: "an iframe with srcdoc has no origin",
    file: host,
    before: 'top === globalOf("origin") && top]',
    after: "false]",
    tests: resends,
  },
  {
    name: "the origin null is one",
    file: host,
    before: 'all.find((one) => typeof one === "string" && /:\\/\\/./.test(one))',
    after: "all.find(Boolean)",
    tests: resends,
  },
  {
    name: "an error is trusted by the dispatcher of the time it came",
    file: host,
    before: " && isHostsOwn(fetch);",
    after: ";",
    tests: safety("delivered-resent"),
    pattern: "by a dispatcher that resends",
  },
  {
    name: "an error of a fetch that was given is trusted",
    file: host,
    before: "given === undefined && isHostsOwn(fetch)",
    after: "isHostsOwn(fetch)",
    ...attempt,
  },
  {
    name: "an error of a host that resends is trusted",
    file: host,
    before: " && (isNonIdempotent || !(Deno || Bun))",
    after: "",
    ...attempt,
  },
  {
    name: "Deno keeps a copy of the body",
    file: host,
    before: "if (isNonIdempotent && mayBeDenos) init.body",
    after: "if (false) init.body",
    ...attempt,
  },
  {
    name: "what is next to the response is lost",
    file: decode,
    before: "if kind == Kind::Null || kind == Kind::Object && others > 0 {",
    after: "if kind == Kind::Null {",
    tests: client("envelopes"),
  },
  {
    name: "an empty envelope is null",
    file: decode,
    before: "if kind == Kind::Null || kind == Kind::Object",
    after: "if kind == Kind::Object",
    tests: client("envelopes"),
  },
  {
    name: "a sibling __proto__ becomes the prototype",
    file: host,
    before: "status|response|__proto__",
    after: "status|response",
    tests: client("host"),
  },
  {
    name: "the number of a request in progress is used again",
    file: exported,
    before: "all.len().saturating_sub(1)",
    after: "0",
    ...concurrent,
  },
  {
    name: "a request that has ended keeps its number",
    file: exported,
    before: ".and_then(Option::take);",
    after: ".and_then(|slot| slot.clone());",
    ...collected,
  },
  {
    name: "the end of a request is not reported to the core",
    file: source("drive"),
    before: "if (!streaming) request.free();",
    after: "",
    ...collected,
  },
  {
    name: "the end of a stream is not reported to the core",
    file: source("lines"),
    before: "if (!freed) free();",
    after: "",
    ...collected,
  },
  {
    name: "a client that nobody can use stays",
    file: source("client"),
    before: "          forgetLater(begin, now, client);\n",
    after: "",
    ...collected,
  },
  {
    name: "a client is kept alive by what forgets it",
    file: source("client"),
    before: "forgetLater(begin, now, client);",
    after: "onCollected(begin, () => now.failure || now.forget(client));",
    ...collected,
  },
  {
    name: "the address and the length of a string are swapped",
    file: glue,
    before: "setPair(arg0, $2, $1);",
    after: "setPair(arg0, $1, $2);",
    tests: client("promises"),
  },
  {
    name: "an address is written to the memory before it grew",
    file: glue,
    before: "if (words === null || words.byteLength === 0) words",
    after: "if (words === null) words",
    tests: safety("checked-is-sent"),
  },
  {
    name: "what a function of the host throws is lost",
    file: glue,
    before: "} catch (e) { storeThrown(e); }",
    after: "} catch {}",
    tests: [...safety("delivered"), ...client("requests")],
  },
  {
    name: "a freed block is used for a larger one",
    file: allocator,
    before: "free.get_mut(class_of(layout))",
    after: "free.get_mut(class_of(layout).wrapping_add(1))",
    tests: client("promises"),
  },
  {
    name: "a block that moves is not copied",
    file: allocator,
    before: "new.copy_from_nonoverlapping(block, layout.size().min(size));",
    after: "",
    tests: client("promises"),
  },
  {
    name: "a block grows into the next one",
    file: allocator,
    before: "if class_of(larger) == class_of(layout) {",
    after: "if true {",
    tests: client("promises"),
  },
  {
    name: "a freed block is not used again",
    file: allocator,
    before: "if !first.is_null() {",
    after: "if false {",
    ...flat,
  },
  {
    name: "a block that moved is not freed",
    file: allocator,
    before: "self.dealloc(block, layout);",
    after: "",
    ...flat,
  },
];
