/** Work is planned in quarters of an hour; five minutes is the finest that is worth saying. */
const GRAIN_MIN = 5;

/** A length of work as people say it: whole hours and minutes, rounded to five minutes. More than nothing is at least five minutes. */
export function hoursAndMinutes(hours: number): { hours: number; minutes: number } {
  const rounded = Math.round((hours * 60) / GRAIN_MIN) * GRAIN_MIN;
  const total = hours > 0 ? Math.max(GRAIN_MIN, rounded) : 0;
  return { hours: Math.floor(total / 60), minutes: total % 60 };
}
