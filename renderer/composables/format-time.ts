const minute = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });

/** A UTC time of a record as date and minute in the person's time zone. Input: ISO 8601. */
export function formatMoment(iso: string): string {
  return minute.format(new Date(iso));
}

/** A planned duration for people: seconds below two minutes, then minutes. Input: seconds. */
export function formatPlanned(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  return `${(seconds / 60).toFixed(seconds % 60 === 0 ? 0 : 1)} min`;
}
