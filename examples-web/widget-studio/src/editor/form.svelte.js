/** The state of the form of one agent: what is saved, what is in the form, and how it came there. */

import { check } from "synthflow-wasm/slim";
import { isEqual, valueAt, withValue } from "./values.js";

/** Edits of one field within this time are one step of undo. */
const STEP_MS = 1000;
const MAX_STEPS = 200;

/** The params of an update: changed values only. An object below `agent` or the first level is sent whole. */
const changesOf = (fields, draft) => {
  const params = {};
  for (const { path } of fields) {
    const [first, second] = path;
    if (first === "agent") params.agent = { ...params.agent, [second]: valueAt(draft, [first, second]) };
    else params[first] = draft[first];
  }
  return params;
};

const nameOf = ({ path, code }) => `${path} ${code}`;

export class Form {
  saved = $state.raw({});
  draft = $state.raw({});
  past = $state.raw([]);
  future = $state.raw([]);
  /** Keys of the fields that were edited or left: only their issues are shown before saving. */
  touched = $state.raw(new Set());
  showsAll = $state(false);
  #last = { key: "", time: 0 };

  /** `schema` is the module `synthflow-wasm/schema`; `groups` are those of `groupsOf`; `saved` is undefined for a new agent, which begins with `draft`. */
  constructor(schema, groups, saved, draft) {
    this.schema = schema;
    this.groups = groups;
    this.fields = groups.flatMap((group) => group.fields);
    this.isNew = saved === undefined;
    this.saved = saved ?? {};
    this.draft = saved ?? draft;
    this.initial = this.draft;
  }

  changed = $derived(
    this.fields.filter(({ path }) => !isEqual(valueAt(this.base, path), valueAt(this.draft, path))),
  );
  changedKeys = $derived(new Set(this.changed.map(({ key }) => key)));
  /** Issues that the saved agent has already: those of fields that have not changed are not of this edit. */
  #known = $derived(new Set(this.isNew ? [] : check("agents.create", this.saved).map(nameOf)));
  issues = $derived(
    check("agents.create", this.draft).filter(
      (issue) => !this.#known.has(nameOf(issue)) || this.changedKeys.has(this.keyOf(issue.path)),
    ),
  );
  /** Issues by the key of their field. */
  byKey = $derived(Map.groupBy(this.issues, ({ path }) => this.keyOf(path)));

  /** What the form is compared with: the saved agent, or the empty form of a new one. */
  get base() {
    return this.isNew ? this.initial : this.saved;
  }

  get isDirty() {
    return this.changed.length > 0;
  }

  /** The key of the field that an issue's path is in. */
  keyOf(path) {
    const field = this.fields.find(
      ({ key }) => path === key || path.startsWith(`${key}.`) || path.startsWith(`${key}[`),
    );
    return field?.key ?? path;
  }

  /** The issues to show at a field. */
  issuesOf(key) {
    return this.showsAll || this.touched.has(key) ? (this.byKey.get(key) ?? []) : [];
  }

  touch(key) {
    if (!this.touched.has(key)) this.touched = new Set([...this.touched, key]);
  }

  /**
   * The value to keep for what was entered. A saved text can be emptied. Any other saved value cannot be removed, since
   * the API keeps what an update omits.
   */
  #kept({ path, isRequired }, value) {
    const saved = valueAt(this.saved, path) ?? undefined;
    if (value === "") return saved && !isRequired ? "" : undefined;
    return value === undefined ? saved : value;
  }

  /** Sets the value of a field. `undefined` removes it, and so does an empty text of a new agent. */
  set(field, value) {
    const { key, path } = field;
    const next = withValue(this.draft, path, this.#kept(field, value));
    const now = Date.now();
    const continues = this.#last.key === key && now - this.#last.time < STEP_MS && this.past.length > 0;
    if (!continues) this.past = [...this.past.slice(-MAX_STEPS), this.draft];
    this.#last = { key, time: now };
    this.future = [];
    this.draft = next;
    this.touch(key);
  }

  /** Sets a field back to what is saved. */
  revert(field) {
    this.#last = { key: "", time: 0 };
    this.set(field, valueAt(this.base, field.path));
  }

  undo() {
    if (this.past.length === 0) return;
    this.future = [this.draft, ...this.future];
    this.draft = this.past.at(-1);
    this.past = this.past.slice(0, -1);
    this.#last = { key: "", time: 0 };
  }

  redo() {
    if (this.future.length === 0) return;
    this.past = [...this.past, this.draft];
    this.draft = this.future[0];
    this.future = this.future.slice(1);
  }

  /** The params to save. */
  params() {
    return this.isNew ? this.draft : changesOf(this.changed, this.draft);
  }

  /** Takes what was sent for saved. */
  accept(sent) {
    this.saved = sent;
    this.isNew = false;
    this.showsAll = false;
    this.touched = new Set();
  }
}
