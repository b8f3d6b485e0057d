/** Minutes in `count` hours, rounded. */
export const hours = (count: number): number => Math.round(count * 60)

/** Minutes in `count` days, rounded. */
export const days = (count: number): number => hours(count * 24)
