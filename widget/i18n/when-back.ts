const DAY = 24 * 60 * 60 * 1000

const dayOf = (at: number) => new Date(at).setHours(0, 0, 0, 0)

/** A moment of the coming week in the reader's own zone: “tomorrow” (`near`) or “Monday”, and the time of day. */
export const whenBack = (
  locale: string,
  at: number,
  now: number,
): { near: boolean; day: string; time: string } => {
  // A day that changes the clock is an hour longer or shorter.
  const days = Math.round((dayOf(at) - dayOf(now)) / DAY)
  const near = days < 2
  return {
    near,
    day: near
      ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')
      : new Intl.DateTimeFormat(locale, { weekday: 'long' }).format(at),
    time: new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(at),
  }
}
