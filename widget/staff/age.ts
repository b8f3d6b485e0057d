/** Milliseconds within which people should have heard from us. */
const TARGET = 24 * 60 * 60 * 1000

/** `fresh`: less than half of the target · `due`: less than all of it · `over`. */
export type Age = 'fresh' | 'due' | 'over'

export const ageOf = (since: number, now: number): Age => {
  const waited = now - since
  if (waited < TARGET / 2) return 'fresh'
  return waited < TARGET ? 'due' : 'over'
}
