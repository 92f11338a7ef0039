/** What the charts show, from the analytics of an agent: rows of a name and a number. */

const DAY = 86_400_000;

/** Days that are shown. */
export const DAYS = 28;

const dateOf = (time) => new Date(time).toISOString().slice(0, 10);

/** The range of the last days, today included. */
export const rangeOf = (now) => ({
  from_date: dateOf(now.getTime() - (DAYS - 1) * DAY),
  to_date: dateOf(now.getTime()),
});

/** A row for each day of the range, also for those without calls. */
const perDay = (series = [], { from_date }, numberOf) => {
  const byDate = new Map(series.map((day) => [String(day.date).slice(0, 10), day]));
  return Array.from({ length: DAYS }, (_, index) => {
    const date = dateOf(Date.parse(from_date) + index * DAY);
    return { name: date, number: Number(numberOf(byDate.get(date) ?? {})) || 0 };
  });
};

/** The rows of all charts. */
export const seriesOf = ({ duration_metrics: durations, end_call_reason_stat: reasons }, range) => ({
  perDay: perDay(durations?.series, range, (day) => day.total_calls),
  durations: perDay(durations?.series, range, (day) => Math.round((day.average_duration ?? 0) * 100) / 100),
  reasons: (reasons?.items ?? [])
    .map(({ reason, value }) => ({ name: reason, number: Number(value) || 0 }))
    .sort((a, b) => b.number - a.number)
    .slice(0, 8),
});
