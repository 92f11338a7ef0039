/** Uses calls and webhooks by their types. Compiled, never run: see types.test.js. */

import { type Call, Synthflow, webhooks } from "synthflow-wasm";
import {
  type CallSummary,
  extractions,
  isFinalStatus,
  summarize,
  type TranscriptTurn,
  transcriptTurns,
} from "synthflow-wasm/calls";
import {
  type InboundCallEvent,
  type PostCallEvent,
  unwrap,
  type WebhookEvent,
  WebhookVerificationError,
} from "synthflow-wasm/webhooks";

const client = new Synthflow();

export const summaries = async (): Promise<void> => {
  const call: Call = await client.calls.get("c");
  const {
    answered,
    numbers,
    startedAt,
    seconds = 0,
    transcript,
    source,
  }: CallSummary<Call> = summarize(call);
  const reason: string | undefined = answered === "none" ? source.end_call_reason?.toString() : numbers.to;
  console.log(reason, startedAt?.getTime(), seconds + (call.duration ?? 0), transcript[0]?.role);
  const values: Record<string, unknown> = extractions(call.executed_actions);
  const turns: TranscriptTurn[] = transcriptTurns(call.transcript);
  console.log(
    values.a,
    turns.length,
    isFinalStatus(call.status),
    summarize(null).id,
    summarize("x" as unknown).id,
  );
  console.log(call.executed_actions?.a?.return_value, call.assistant_version, call.telephony_sip_headers);
  const started = await client.calls.startWebSocketMedia({
    modelId: "m",
    fromPhoneNumber: "+14155550100",
    toPhoneNumber: "+14155550123",
  });
  const url: string | undefined = started.wsMediaUrl;
  console.log(url, call.batch_call_id);
};

export const hooks = async (request: Request): Promise<Response> => {
  try {
    const event = await webhooks.unwrap(await request.text(), request.headers, { secret: ["new", "old"] });
    if (event.event === "call_inbound") {
      const inbound: InboundCallEvent = event;
      console.log(inbound.call_inbound.from_number);
      return Response.json(webhooks.inboundReply({ override_model_id: "", custom_variables: { a: 1 } }));
    }
    const call: PostCallEvent = event;
    console.log(call.call.call_id, call.executed_actions?.find?.return_value);
    await unwrap(new Uint8Array(), { "synthflow-signature": ["a"] }, { secret: "s" });
    const { verified, check } = await unwrap(request, { secret: "s", allowUnsignedInbound: true });
    const flags: [boolean, boolean] = [verified, check];
    await unwrap({ headers: { a: "b" }, body: { call: {} } }, { secret: "s" });
    const parsed: WebhookEvent = webhooks.parse({ call: { call_id: "c" } });
    console.log(flags, summarize(parsed).source.verified);
    // @ts-expect-error: verify never accepts what cannot be verified
    await webhooks.verify(request, { secret: "s", allowUnsignedInbound: true });
    await webhooks.verify("", [["a", "b"]], { secret: "s" });
    console.log(await webhooks.sign("c", "s"), webhooks.inboundReply({ end_call: true }));
    // @ts-expect-error: the reply must say what happens to the call
    webhooks.inboundReply({});
    return new Response();
  } catch (error) {
    if (error instanceof WebhookVerificationError) return new Response(error.reason, { status: 401 });
    throw error;
  }
};
