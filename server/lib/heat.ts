/** Milliseconds in which support loses the weight that makes e of it 1: seven days. */
const TAU = 7 * 24 * 60 * 60 * 1000
/** Heat is a logarithm, kept as a whole number of so many parts so that lists can be paged by it. */
const PARTS = 1e9
/** What being new is worth beside a vote. It is there for ever, so that taking votes away never leaves nothing. */
const BIRTH = 0.1

const toParts = (logarithm: number) => Math.round(logarithm * PARTS)

/**
 * A thread's heat is ln Σ e^(t/τ) over the instants of its support. It falls for all alike as time passes, so that the
 * order of a list changes only where somebody does something, and nothing has to be computed anew by the hour.
 */
export const heatAtBirth = (createdAt: number): number => toParts(createdAt / TAU + Math.log(BIRTH))

/** The heat with one more support. */
export function warmed(heat: number, at: number): number {
  const [was, more] = [heat / PARTS, at / TAU]
  return toParts(Math.max(was, more) + Math.log1p(Math.exp(-Math.abs(was - more))))
}

/** The heat without a support given at that instant. e^heat would not fit any number, so it is taken off in logarithms. */
export function cooled(heat: number, at: number, createdAt: number): number {
  const birth = heatAtBirth(createdAt)
  const share = Math.exp(at / TAU - heat / PARTS)
  return share >= 1 ? birth : Math.max(birth, toParts(heat / PARTS + Math.log1p(-share)))
}

/** The heat of a thread from everything that ever supported it. */
export const heatOf = (createdAt: number, supports: readonly number[]): number =>
  supports.reduce(warmed, heatAtBirth(createdAt))
