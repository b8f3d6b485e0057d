/** Chance that can be had again. */
export interface Chance {
  readonly seed: number
  /** 0 ≤ x < 1 */
  next(): number
  /** A whole number, both ends included. */
  between(least: number, most: number): number
  /** One of them, by its weight. */
  pick<T>(...options: readonly (readonly [weight: number, value: T])[]): T
  one<T>(list: readonly T[]): T | undefined
}

/** Says its seed, so that `PARLA_FAULTS_SEED` can repeat the run. */
export function saidChance(scenario: string): Chance {
  const seed = Number(process.env.PARLA_FAULTS_SEED) || Math.floor(Math.random() * 2 ** 31)
  process.stdout.write(`${scenario}: PARLA_FAULTS_SEED=${seed}\n`)
  return chance(seed)
}

/** Mulberry32. */
export function chance(seed: number): Chance {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    seed,
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick(...options) {
      let left = next() * options.reduce((sum, [weight]) => sum + weight, 0)
      for (const [weight, value] of options) {
        left -= weight
        if (left < 0) return value
      }
      return (options.at(-1) as (typeof options)[number])[1]
    },
    one: list => list[Math.floor(next() * list.length)],
  }
}
