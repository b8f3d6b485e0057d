import { describe, expect, it } from 'vitest'
import { cooled, heatAtBirth, heatOf, warmed } from './heat.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
const NOW = Date.UTC(2026, 10, 23)
const ago = (days: number) => NOW - days * DAY
/** So many instants, evenly from one to the other. */
const spread = (count: number, from: number, to: number) =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * i) / count)

const threads = {
  /** New, with nothing but its author's vote, which does not count. */
  brandNew: heatOf(ago(2 / 24), []),
  /** Half a year old and on fire since yesterday. */
  onFire: heatOf(ago(180), [...spread(40, ago(180), ago(90)), ...spread(20, ago(1), NOW)]),
  young: heatOf(ago(3), spread(10, ago(3), NOW)),
  /** A hit of last month. */
  faded: heatOf(ago(30), spread(200, ago(30), ago(28))),
  dead: heatOf(ago(200), spread(3, ago(200), ago(199))),
}

describe('[R8] heat', () => {
  it('lets an old thread that catches fire rise above all, and a hit fade below what is new', () => {
    const order = Object.entries(threads).sort(([, a], [, b]) => b - a)
    expect(order.map(([name]) => name)).toEqual(['onFire', 'young', 'faded', 'brandNew', 'dead'])
  })

  it('keeps its order as time passes', () => {
    const one = heatOf(ago(9), [ago(8)])
    const other = heatOf(ago(9), [ago(7)])
    expect(other).toBeGreaterThan(one)
    expect(warmed(other, NOW + 400 * DAY) - warmed(one, NOW + 400 * DAY)).toBeGreaterThanOrEqual(0)
  })

  it('is the same whatever the order of votes, and as before when they are taken back', () => {
    const votes = spread(50, ago(40), NOW)
    const all = heatOf(ago(40), votes)
    expect(Math.abs(heatOf(ago(40), votes.toReversed()) - all)).toBeLessThan(1000)
    const back = votes.reduce((heat, at) => cooled(heat, at, ago(40)), all)
    expect(Math.abs(back - heatAtBirth(ago(40)))).toBeLessThan(1000)
  })

  it('stays a whole, ordered number whatever is taken back', () => {
    const birth = heatAtBirth(NOW)
    for (const at of [0, NOW, NOW + 1, NOW + 500 * DAY]) {
      const heat = cooled(birth, at, NOW)
      expect(Number.isSafeInteger(heat)).toBe(true)
      expect(heat).toBeGreaterThanOrEqual(birth)
    }
    expect(String(warmed(birth, NOW + 40_000 * DAY)).length).toBeLessThanOrEqual(15)
  })
})
