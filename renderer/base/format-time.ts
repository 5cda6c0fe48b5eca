const minute = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });

/** A UTC time of a record as date and minute in the person's time zone. Input: ISO 8601. */
export function formatMoment(iso: string): string {
  return minute.format(new Date(iso));
}

const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });

/** A UTC time of a record as its date in the person's time zone. Input: ISO 8601. */
export function formatDay(iso: string): string {
  return day.format(new Date(iso));
}

/** A planned duration for people: seconds below two minutes, then minutes. Input: seconds. */
export function formatPlanned(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  return `${(seconds / 60).toFixed(seconds % 60 === 0 ? 0 : 1)} min`;
}

/** A sum of durations for people: seconds below two minutes, then whole minutes, from two hours on hours. Input: seconds. */
export function formatSum(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`;
}
