import { render } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { AgeRing } from './age-ring.tsx'

const HOUR = 60 * 60 * 1000
const NOW = Date.UTC(2026, 5, 15, 12)

const ring = (hours: number) => {
  const { container } = render(<AgeRing since={NOW - hours * HOUR} now={NOW} />)
  return container.querySelector('svg')
}

it.each([
  [0, 'fresh', 0],
  [11.9, 'fresh', 0],
  [12, 'due', 1],
  [23.9, 'due', 1],
  [24, 'over', 1],
  [24 * 30, 'over', 1],
])('after %d hours the ring is %s', (hours, age, fills) => {
  const svg = ring(hours)
  expect(svg?.classList.contains(age)).toBe(true)
  expect(svg?.querySelectorAll('path')).toHaveLength(fills)
})

it('says nothing to those who hear the time beside it', () => {
  expect(ring(30)?.getAttribute('aria-hidden')).toBe('true')
})
