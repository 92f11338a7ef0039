/** Analytics, computed from the calls of the sandbox. */

import { listCalls } from "./call-shapes.js";
import { timeOf } from "./dates.js";
import { badRequest } from "./errors.js";

const DAY = 86_400_000;
const MAX_DAYS = 120;
const DEFAULT_DAYS = 7;

const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);
const percent = (part, whole) => (whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100);
const dayOf = (call) => new Date(Number(call.start_time)).toISOString().slice(0, 10);

/** Groups calls by a key. */
const groups = (calls, by) => {
  const found = new Map();
  for (const call of calls) found.set(by(call), [...(found.get(by(call)) ?? []), call]);
  return [...found];
};

/** How often each value occurs, in total and on each day. */
const counted = (calls, name, field) => ({
  items: groups(calls, (call) => call[field]).map(([value, those]) => ({
    [name]: value,
    value: those.length,
    percentage: percent(those.length, calls.length),
  })),
  series: groups(calls, dayOf).map(([date, those]) => ({
    date,
    ...Object.fromEntries(groups(those, (call) => call[field]).map(([value, some]) => [value, some.length])),
  })),
});

const minutes = (calls) => sum(calls.map(({ duration }) => duration)) / 60;

const durations = (calls) => ({
  total_minutes: minutes(calls),
  average_duration: calls.length === 0 ? 0 : minutes(calls) / calls.length,
  total_calls: calls.length,
});

const rangeOf = (store, { from_date: from, to_date: to }) => {
  const end = to === undefined ? store.now() : timeOf(to) + (to.length === 10 ? DAY : 0);
  const start = from === undefined ? end - DEFAULT_DAYS * DAY : timeOf(from);
  if (end - start > (MAX_DAYS + 1) * DAY) throw badRequest("the range is longer than 120 days");
  return [start, end];
};

export const analytics = {
  "analytics.export": ({ store, query }) => {
    const [start, end] = rangeOf(store, query);
    const calls = listCalls(store).filter(
      (call) =>
        Number(call.start_time) >= start &&
        Number(call.start_time) <= end &&
        (query.model_id === undefined || call.model_id === query.model_id) &&
        (query.type_of_call === undefined || call.type_of_call === query.type_of_call),
    );
    const agents = groups(calls, ({ model_id }) => model_id).map(([model_id, those]) => ({
      model_id,
      name: store.agents.get(model_id)?.name ?? "",
      those,
    }));
    const ended = calls.filter(({ end_call_reason: reason }) => reason);
    const well = ({ those }) => those.filter(({ call_status: status }) => status === "completed");
    return {
      executed_actions: { items: [] },
      assistant_performance: {
        by_minutes_used: agents.map(({ those, ...agent }) => ({ ...agent, minutes_used: minutes(those) })),
        by_calls_made: agents.map(({ those, ...agent }) => ({ ...agent, calls_made: those.length })),
        by_success_rate: agents.map(({ those, ...agent }) => ({
          ...agent,
          success_rate: percent(well({ those }).length, those.length),
        })),
      },
      call_status_stat: counted(calls, "status", "call_status"),
      recent_call_history: {
        items: calls.slice(-10).map((call) => ({
          call_id: call.call_id,
          call_status: call.call_status,
          duration: call.duration,
          agent_name: store.agents.get(call.model_id)?.name ?? "",
          model_id: call.model_id,
          lead_phone_number: call.lead_phone_number,
          created_at: new Date(Number(call.start_time)).toISOString(),
        })),
      },
      duration_metrics: {
        ...durations(calls),
        series: groups(calls, dayOf).map(([date, those]) => ({ date, ...durations(those) })),
      },
      end_call_reason_stat: counted(ended, "reason", "end_call_reason"),
      sentiment_stat: {
        positive_percentage: percent(well({ those: calls }).length, calls.length),
        series: groups(calls, dayOf).map(([date, those]) => ({
          date,
          positive: well({ those }).length,
          total: those.length,
        })),
      },
    };
  },
};
