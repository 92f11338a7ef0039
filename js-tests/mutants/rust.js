/** Faults in what only Rust users have: the package does the same in JavaScript. */

const file = "src/http/placed.rs";
const placed = { file, rust: ["placed"] };

export const rust = [
  {
    ...placed,
    name: "Rust: the calls to other numbers are candidates",
    before: "is_outside || is_to_another ||",
    after: "is_outside || false && is_to_another ||",
  },
  {
    ...placed,
    name: "Rust: a call in the queue, which has no time yet, is not the lost one",
    before: "latest < self.from || earliest >= self.to",
    after: "!(latest >= self.from && earliest < self.to)",
  },
  {
    ...placed,
    name: "Rust: a number without its country code is another one",
    before: "phone.ends_with(local) && phone.len()",
    after: "phone == local && phone.len()",
  },
];
