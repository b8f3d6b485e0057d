import { ageOf } from './age.ts'

const shapes = {
  fresh: null,
  due: 'M8 2.5a5.5 5.5 0 0 1 0 11Z',
  over: 'M8 2.5a5.5 5.5 0 1 1-.01 0Z',
} as const

/** Empty, half or full: how near somebody's waiting is to what we aim for. The time beside it says the same. */
export const AgeRing = ({ since, now }: { since: number; now: number }) => {
  const age = ageOf(since, now)
  const fill = shapes[age]
  return (
    <svg class={`age-ring ${age}`} viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="5.25" fill="none" stroke="currentColor" stroke-width="1.5" />
      {fill && <path d={fill} fill="currentColor" />}
    </svg>
  )
}
