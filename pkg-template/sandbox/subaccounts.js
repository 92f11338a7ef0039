/** Subaccounts. */

import { badRequest } from "./errors.js";
import { find, remove } from "./find.js";

const PERMISSIONS =
  "assistants knowledge_base actions workflows contacts phone_numbers inbound outbound widget chat logs simulations analytics".split(
    " ",
  );

const found = ({ store, ids }) => find(store.subaccounts, "subaccount", ids.subaccount_id);

/** A subaccount as it is returned: without its key, which is returned once. */
const shown = ({ api_key: _, ...subaccount }) => subaccount;

const invited = (store, email) =>
  email && { user_email: email, sign_in_link: `https://sandbox.invalid/invite/${store.ids.hex(24)}` };

const permit = (subaccount, { grant_permissions: grant = [], revoke_permissions: revoke = [] }) => {
  const both = grant.find((name) => revoke.includes(name));
  if (both) throw badRequest(`${both} is both granted and revoked`);
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

export const subaccounts = {
  "subaccounts.create": ({ store, body }) => {
    const taken = [...store.subaccounts.values()].some(({ name }) => name === body.subaccount_name);
    if (taken) throw badRequest("another subaccount has this name");
    const subaccount = {
      subaccount_id: store.ids.uuid(),
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
    store.subaccounts.set(subaccount.subaccount_id, subaccount);
    const { subaccount_id, api_key } = subaccount;
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
    return { status: "ok", response: { answer: "Subaccount deleted" } };
  },
};
