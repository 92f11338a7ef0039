/** Subaccounts. */

import { isObject } from "../shared/own.js";
import { badRequest } from "./errors.js";
import { find, remove } from "./find.js";
import { moveNumber, slugOf } from "./phone-numbers.js";

const PERMISSIONS =
  "assistants knowledge_base actions workflows contacts phone_numbers inbound outbound widget chat logs simulations analytics".split(
    " ",
  );

const found = ({ store, ids }) => find(store.subaccounts, "subaccount", ids.subaccount_id);

/** A subaccount as it is returned: without its key, which is returned once. */
const shown = ({ api_key: _, ...subaccount }) => subaccount;

const invited = (store, email) =>
  email && { user_email: email, sign_in_link: `https://sandbox.invalid/invite/${store.ids.hex(24)}` };

/** The numbers in `products`, in either of their two forms. */
const numbersIn = ({ phone_numbers: given } = {}) =>
  [given ?? []].flat().map((item) => (isObject(item) ? item.number : item));

/** Moves phone numbers from the workspace to the subaccount, or back. */
const move = (store, { subaccount_id: id }, { operation_type: type, products }) => {
  const numbers = numbersIn(products);
  if (type === undefined) {
    if (numbers.length > 0) throw badRequest("operation_type is missing in the body: products needs it");
    return;
  }
  if (numbers.length === 0)
    throw badRequest(`products.phone_numbers is missing in the body: ${type} needs it`);
  const [owner, name] = type === "import" ? [store.workspace, "the workspace"] : [id, "the subaccount"];
  const found = numbers.map((number) => store.numbers.get(slugOf(String(number))));
  const missing = numbers.find((_, index) => found[index]?.workspace_id !== owner);
  if (missing !== undefined) throw badRequest(`${name} has no phone number ${missing}`);
  for (const number of found) {
    if (type === "import") moveNumber(number, id, store.workspace);
    else moveNumber(number, store.workspace, null);
  }
};

const permit = (subaccount, { grant_permissions: grant = [], revoke_permissions: revoke = [] }) => {
  for (const name of grant) subaccount.permissions[name] = true;
  for (const name of revoke) subaccount.permissions[name] = false;
};

const tiers = (subaccount, { pricing_tiers_attach: attach = [], pricing_tiers_detach: detach = [] }) => {
  const gone = detach.map(({ pricing_tier_id: id }) => id);
  const left = subaccount.pricing_tiers.filter(({ pricing_tier_id: id }) => !gone.includes(id));
  subaccount.pricing_tiers = [...left, ...attach];
};

const invite = (subaccount, email) => {
  if (email) subaccount.members.push({ email, status: "invited" });
};

/** Refuses a name that another subaccount has. */
const checkName = (store, name, id) => {
  const isTaken = [...store.subaccounts.values()].some(
    (other) => other.name === name && other.subaccount_id !== id,
  );
  if (isTaken) throw badRequest("another subaccount has this name");
};

/** Adds a subaccount, with all permissions except those that are revoked. */
export const addSubaccount = (store, body, subaccount_id = store.ids.uuid()) => {
  checkName(store, body.subaccount_name, subaccount_id);
  const subaccount = {
    subaccount_id,
    agency_id: store.workspace,
    name: body.subaccount_name,
    pricing_tiers: [],
    permissions: Object.fromEntries(PERMISSIONS.map((name) => [name, true])),
    subscription: {},
    minutes_used: 0,
    max_minutes: body.max_minutes ?? null,
    members: [],
    api_key: `sandbox-${store.ids.hex(24)}`,
  };
  permit(subaccount, body);
  invite(subaccount, body.user_email);
  store.subaccounts.set(subaccount_id, subaccount);
  return subaccount;
};

export const subaccounts = {
  "subaccounts.create": ({ store, body }) => {
    const { subaccount_id, api_key } = addSubaccount(store, body);
    const twilio = body.twilio_account_sid && { twilio_connected_successfully: true };
    return {
      status: "ok",
      response: { subaccount_id, api_key, ...invited(store, body.user_email), ...twilio },
    };
  },
  "subaccounts.list": ({ store }) => ({
    status: "ok",
    response: { subaccounts: [...store.subaccounts.values()].map(shown) },
  }),
  "subaccounts.get": (request) => ({
    status: "ok",
    response: { subaccounts: [shown(found(request))] },
  }),
  "subaccounts.update": (request) => {
    const subaccount = found(request);
    const { store, body } = request;
    if (body.subaccount_name) checkName(store, body.subaccount_name, subaccount.subaccount_id);
    move(store, subaccount, body);
    permit(subaccount, body);
    tiers(subaccount, body);
    invite(subaccount, body.invite_user_email);
    if (body.subaccount_name) subaccount.name = body.subaccount_name;
    if (body.max_minutes !== undefined) subaccount.max_minutes = body.max_minutes;
    if (body.import_subscription) subaccount.subscription = body.import_subscription;
    const { subaccount_id, api_key } = subaccount;
    return {
      status: "ok",
      response: { subaccount_id, api_key, ...invited(store, body.invite_user_email) },
    };
  },
  "subaccounts.delete": ({ store, ids }) => {
    remove(store.subaccounts, "subaccount", ids.subaccount_id);
    for (const number of store.numbers.values())
      if (number.workspace_id === ids.subaccount_id) moveNumber(number, store.workspace, null);
    return { status: "ok", response: { answer: "Subaccount deleted" } };
  },
};
