/** Phone numbers of a workspace. */

import { badRequest, notFound } from "./errors.js";
import { find, remove } from "./find.js";
import { without } from "./merge.js";
import { page } from "./paging.js";
import { checkWorkspace } from "./workspaces.js";

/** The SIP domains of providers that have a fixed one. */
const DOMAINS = new Map(
  Object.entries({ five9: "sip.five9.com", ringcx: "sip.ringcentral.com", zoom: "sip.zoom.com" }),
);

/** The slug of a number, which is its id in all operations. */
export const slugOf = (number) => number.replace(/^\+/, "");

/** The agents that a number is attached to, in either way. */
const agentsOf = (store, number) =>
  [...store.agents.values()].filter(
    (agent) =>
      agent.phone_number === number || agent.attached_phone_numbers.some((known) => known.number === number),
  );

const isFree = (store, { phone_number: number }) =>
  !agentsOf(store, number).some(({ type }) => type === "inbound");

const shown = (store, number) => ({
  ...number,
  is_available: isFree(store, number),
  assistants: agentsOf(store, number.phone_number).map(({ model_id }) => model_id),
});

const sip = ({ uac_enabled: enabled, trunk_username: user, trunk_pwd: password }, known = {}) => {
  if (enabled && !(user ?? known.trunk_username) && !password) {
    throw badRequest("uac_enabled needs trunk_username and trunk_pwd");
  }
};

const found = ({ store, ids }) => find(store.numbers, "phone number", ids.phone_number_slug);

export const phoneNumbers = {
  "phoneNumbers.list": ({ store, query }) => {
    checkWorkspace(store, query.workspace);
    const numbers = [...store.numbers.values()]
      .filter(({ workspace_id: id }) => id === query.workspace)
      .map((number) => ({
        number: number.phone_number,
        sid: number.sid,
        is_available: isFree(store, number),
      }))
      .filter(({ is_available: free }) => query.is_available === undefined || query.is_available === free);
    const { pagination, items } = page(numbers, query);
    return { status: "Retrieved", response: { pagination, phone_numbers: items } };
  },
  "phoneNumbers.get": (request) => {
    const { store, query } = request;
    checkWorkspace(store, query.workspace);
    const { trunk_username: _, ...number } = found(request);
    if (number.workspace_id !== query.workspace) throw notFound("phone number", number.slug);
    return shown(store, number);
  },
  "phoneNumbers.update": (request) => {
    const number = found(request);
    const { termination_uri: uri, trunk_pwd: _, ...fields } = request.body;
    sip(request.body, number);
    const updated_at = new Date(request.store.now()).toISOString();
    Object.assign(number, without(fields, ["slug", "phone_number"]), uri && { sip_term_uri: uri }, {
      updated_at,
    });
    return { status: "ok" };
  },
  "phoneNumbers.delete": ({ store, ids }) => {
    const { phone_number: number } = remove(store.numbers, "phone number", ids.phone_number_slug);
    for (const agent of agentsOf(store, number)) {
      if (agent.phone_number === number) agent.phone_number = null;
      agent.attached_phone_numbers = agent.attached_phone_numbers.filter((known) => known.number !== number);
    }
    return { status: "ok" };
  },
  "phoneNumbers.importCustom": ({ store, body }) => {
    checkWorkspace(store, body.workspace_id);
    sip(body);
    const provider = body.provider_name ?? "custom";
    const uri = body.termination_uri ?? DOMAINS.get(provider);
    if (!uri) throw badRequest(`termination_uri is required for ${provider}`);
    const slug = slugOf(body.phone_number);
    if (store.numbers.has(slug)) throw badRequest("the workspace already has this number");
    addNumber(store, { ...body, provider_name: provider, sip_term_uri: uri });
    return { status: "ok", response: { key: store.ids.uuid(), phone_number: body.phone_number } };
  },
};

/** Adds a number to the workspace. */
export const addNumber = (store, given) => {
  const { termination_uri: _, trunk_pwd: __, ...fields } = given;
  const slug = slugOf(given.phone_number);
  const number = {
    address_requirement: "none",
    friendly_name: given.phone_number,
    is_sms_capable: true,
    is_voice_capable: true,
    iso_country: "US",
    locality: "",
    sip_auth_username: null,
    sip_outbound_proxy: null,
    sip_term_uri: "",
    uac_enabled: false,
    uac_register_expires: null,
    sid: null,
    provider_name: "twilio",
    region: "",
    agency_workspace_id: null,
    workspace_id: store.workspace,
    created_at: new Date(store.now()).toISOString(),
    updated_at: null,
    ...fields,
    slug,
  };
  store.numbers.set(slug, number);
  return number;
};

/** Moves a number between the workspace and a subaccount. */
export const moveNumber = (number, workspace_id, agency_workspace_id) =>
  Object.assign(number, { workspace_id, agency_workspace_id });
