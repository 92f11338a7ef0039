/** What the declarations have and the contract does not, each with the reason. Unused entries fail. */

const legacy = "an example of the legacy documentation has it";
const oneModel = "one model for an item, although a list and a single get return different fields";

export const extras = [
  [/^agents\.update request model_id /, "an example of the legacy documentation sends it"],
  [
    /^actions\.update request SEND_SMS\.(phone_number|message) /,
    "an example of the legacy documentation sends it",
  ],
  [/^subaccounts\.update request import_subscription\.customer_id /, legacy],
  [
    /^agents\.(create|update) request actions /,
    "Synthflow's published examples have inline actions, which the reference does not list",
  ],
  [
    /^actions\.update request CUSTOM_EVAL /,
    "actions.create has it, and an action that was read can be sent back",
  ],
  [/^agents\.update request type /, "Synthflow's own n8n node sends it"],
  [/^agents\.update request inbound_call_webhook_url /, "public code sends it, as agents.create does"],
  [/^calls\.create request external_webhook_url /, "the webhook guide and the legacy reference have it"],
  [/^calls\.create request custom_variables\[\]\.key /, "without a name, a pair fills nothing in"],
  [
    /^actions\.create request REAL_TIME_BOOKING\.CALCOM\.user_email is required/,
    "Synthflow's own client omits it",
  ],
  [/^simulationCases\.generate request include_tests is required/, "a published Synthflow example omits it"],
  [/^contacts\.create request (name|phone_number) is required/, "the legacy reference requires nothing"],
  [/^contacts\.list request (limit|offset) /, "a published Synthflow example sends them"],
  [/^subaccounts\.list request workspace_id /, "a published Synthflow example sends it"],
  [
    /^agents\.update request agent\.(is_consent_enabled|consent_message) /,
    "one model for an agent's settings: the contract has these for agents.create only",
  ],
  [
    /^(phoneBooks|contacts|memoryStores)\.list request (page_number|page_size) /,
    "the response is paged by them: without them only the first page could be requested",
  ],
  [
    /^contacts\.(update request|list response) contact_metadata\.company /,
    "contacts.create and contacts.get have it",
  ],

  [/^(agents|calls|voices)\.\w+ response (model_id|call_id|voice_id) extra required/, "every item has it"],
  [/^batchCalls\.\w+ response batch_call_id extra required/, "every batch has it"],
  [
    /^calls\.startWebSocketMedia response wsMediaUrl is required/,
    "the documentation says that it is absent if a server name was given",
  ],
  [
    /^[\w.]+ response ((cases|simulations)\[\]\.)?(\w+_id|id|key) extra required/,
    "what was created, read or changed always has its id, under one of its names",
  ],
  [/^agents\.(create|update) response details /, "a field of the envelope, next to its response"],
  [/^(agents|actions|subaccounts)\.(delete|initialize) response (details|status) /, legacy],
  [/^calls\.create response eta /, legacy],
  [/^calls\.list response status /, legacy],
  [
    /^calls\.get response status extra value (queue|initiated)$/,
    "the webhook and the list have these values",
  ],
  [/^calls\.get response end_call_reason extra value \w+$/, "the legacy documentation and webhooks have it"],
  [
    /^(agents\.(at|de)tachPhone\w+|actions\.(at|de)tach|phoneNumbers\.(update|delete)|knowledgeBases\.delete|phoneBooks\.delete) response (answer|details) /,
    "one model for all responses that only confirm",
  ],
  [
    /^(contacts\.(update|delete)|memoryStores\.(delete|(at|de)tach\w+)|chats\.delete) response (answer|details) /,
    "one model for all responses that only confirm",
  ],
  [/^(actions\.(attach|detach)|knowledgeBases\.delete) response status /, "all fields of the envelope"],
  [/^analytics\.export response executed_actions\.items\[\]\.series\[\]\.items /, legacy],
  [/^phoneNumbers\.list response (phone_number|workspace|assigned_to|created_at) /, legacy],
  [/^voices\.list response (language|created_at) /, legacy],
  [/^knowledgeBases\.(create|update) response (id|name|rag_use_condition) /, legacy],
  [/^knowledgeBases\.(list|get) response use_condition /, legacy],
  [/^knowledgeBases\.sources\.create response (id|name|type|url) /, legacy],
  [/^subaccounts\.(list|get) response (subaccount_name|user_email|twilio_\w+|concurrency) /, legacy],
  [/^subaccounts\.update response \w+ extra field/, legacy],

  [/^agents\.(list|get) response \S+ extra field/, oneModel],
  [/^calls\.(list|get) response \w+ extra field/, oneModel],
  [/^actions\.list response (assistants|input_variables) /, oneModel],
  [/^knowledgeBases\.detach response knowledge_base_id /, "one model: knowledgeBases.attach returns it"],
  [/^memoryStores\.(create|get|list) response \w+ extra field/, oneModel],
];
