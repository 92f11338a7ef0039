/** What the declarations have and the contract has not: each with the reason. Unused entries fail. */

const seed = "the examples of the first documentation have it";
const oneModel = "one model for an item: what the list answers and what a single get answers differ";

export const extras = [
  [/^agents\.update request model_id /, "the first documentation's example sends it"],
  [
    /^actions\.update request SEND_SMS\.(phone_number|message) /,
    "the first documentation's example sends it",
  ],
  [/^subaccounts\.update request (import_subscription\.customer_id|permissions) /, seed],
  [
    /^agents\.update request agent\.(is_consent_enabled|consent_message) /,
    "one model for an agent's settings: the contract has these for agents.create only",
  ],
  [
    /^(phoneBooks|contacts|memoryStores)\.list request (page_number|page_size) /,
    "the answer is paged by them: without them only the first page could be reached",
  ],
  [
    /^contacts\.(update request|list answer) contact_metadata\.company /,
    "contacts.create and contacts.get have it",
  ],

  [
    /^(agents|calls|voices)\.\w+ answer (model_id|call_id|voice_id) extra required/,
    "there is no item without",
  ],
  [/^agents\.(create|update) answer details /, "beside the envelope's response"],
  [/^(agents|actions|subaccounts)\.(delete|initialize) answer (details|status) /, seed],
  [/^calls\.create answer eta /, seed],
  [/^calls\.list answer status /, seed],
  [/^calls\.get answer status extra value (queue|initiated)$/, "the webhook and the list have these states"],
  [/^calls\.get answer end_call_reason extra value \w+$/, "the first documentation and webhooks have it"],
  [
    /^(agents\.(at|de)tachPhone\w+|actions\.(at|de)tach|phoneNumbers\.(update|delete)|knowledgeBases\.delete|phoneBooks\.delete) answer (answer|details) /,
    "one model for all responses that only confirm",
  ],
  [
    /^(contacts\.(update|delete)|memoryStores\.(delete|(at|de)tach\w+)|chats\.delete) answer (answer|details) /,
    "one model for all responses that only confirm",
  ],
  [/^(actions\.(attach|detach)|knowledgeBases\.delete) answer status /, "all that the envelope may hold"],
  [/^analytics\.export answer executed_actions\.items\[\]\.series\[\]\.items /, seed],
  [/^phoneNumbers\.list answer (phone_number|workspace|assigned_to|created_at) /, seed],
  [/^voices\.list answer (language|created_at) /, seed],
  [/^knowledgeBases\.(create|update) answer (id|name|rag_use_condition) /, seed],
  [/^knowledgeBases\.(list|get) answer use_condition /, seed],
  [/^knowledgeBases\.sources\.create answer (id|name|type|url) /, seed],
  [/^subaccounts\.(list|get) answer (subaccount_name|user_email|twilio_\w+|concurrency) /, seed],
  [/^subaccounts\.update answer \w+ extra field/, seed],

  [/^agents\.(list|get) answer \S+ extra field/, oneModel],
  [/^calls\.(list|get) answer \w+ extra field/, oneModel],
  [/^actions\.list answer (assistants|input_variables) /, oneModel],
  [/^knowledgeBases\.detach answer knowledge_base_id /, "one model: knowledgeBases.attach answers with it"],
  [/^memoryStores\.(create|get|list) answer \w+ extra field/, oneModel],
];
