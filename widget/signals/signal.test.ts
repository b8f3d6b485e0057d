import * as original from '@preact/signals-core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReadonlySignal, Signal } from './signal.ts'
import { batch, computed, effect, signal } from './signal.ts'

interface Kit {
  signal<T>(value: T): Signal<T>
  computed<T>(compute: () => T): ReadonlySignal<T>
  // biome-ignore lint/suspicious/noConfusingVoidType: as the originals say it
  effect(run: () => void | (() => void)): () => void
  batch<T>(work: () => T): T
}
const ours: Kit = { signal, computed, effect, batch }
const theirs = original as unknown as Kit

/** How one node of a random graph is made of two nodes before it. */
const shape = fc.record({ a: fc.nat(), b: fc.nat(), how: fc.constantFrom('sum', 'same', 'pick', 'sign') })
const step = fc.oneof(
  fc.record({ set: fc.nat(3), to: fc.integer({ min: -2, max: 2 }) }),
  fc.record({ together: fc.array(fc.record({ set: fc.nat(3), to: fc.integer({ min: -2, max: 2 }) })) }),
  fc.record({ peek: fc.nat() }),
  fc.record({ end: fc.nat(2) }),
)

/** Everything that can be seen of a graph while it is played with. */
function play(
  { signal, computed, effect, batch }: Kit,
  shapes: (typeof shape extends fc.Arbitrary<infer S> ? S : never)[],
  steps: unknown[],
) {
  const seen: string[] = []
  const roots = [0, 1, 2, 3].map(i => signal(i))
  const nodes: ReadonlySignal<number>[] = [...roots]
  for (const { a, b, how } of shapes) {
    const [left, right] = [nodes[a % nodes.length], nodes[b % nodes.length]] as [
      ReadonlySignal<number>,
      ReadonlySignal<number>,
    ]
    nodes.push(
      computed(() => {
        if (how === 'same') return 7
        if (how === 'sign') return Math.sign(left.value)
        if (how === 'sum') return left.value + right.value
        return left.value > 0 ? right.value : 0
      }),
    )
  }
  const ends = nodes.slice(-3).map((node, i) =>
    effect(() => {
      seen.push(`effect ${i}: ${node.value}`)
      return () => seen.push(`clean ${i}`)
    }),
  )
  for (const step of steps as Record<string, unknown>[]) {
    const set = (at: { set: number; to: number }) => {
      ;(roots[at.set] as Signal<number>).value = at.to
    }
    if ('set' in step) set(step as { set: number; to: number })
    if ('together' in step) batch(() => (step.together as { set: number; to: number }[]).forEach(set))
    if ('peek' in step) seen.push(`peek ${nodes[(step.peek as number) % nodes.length]?.peek()}`)
    if ('end' in step) ends[step.end as number]?.()
    seen.push('.')
  }
  return seen
}

/** What effects ran between two steps is the same; their order among each other is nobody's promise. */
const perStep = (seen: string[]) =>
  seen
    .join('\n')
    .split('\n.')
    .map(part => part.trim().split('\n').sort())

describe('signals', () => {
  it('behave as the original does, on any graph', () => {
    fc.assert(
      fc.property(fc.array(shape, { maxLength: 8 }), fc.array(step, { maxLength: 15 }), (shapes, steps) => {
        expect(perStep(play(ours, shapes, steps))).toEqual(perStep(play(theirs, shapes, steps)))
      }),
      { numRuns: 500 },
    )
  })

  it('compute only when asked, and once for many changes', () => {
    const [a, b] = [signal(1), signal(2)]
    let runs = 0
    const sum = computed(() => {
      runs++
      return a.value + b.value
    })
    expect(runs).toBe(0)
    expect([sum.value, sum.value]).toEqual([3, 3])
    batch(() => {
      a.value = 5
      b.value = 6
    })
    expect([sum.peek(), runs]).toEqual([11, 2])
  })

  it('pass on what a computation throws, and recover', () => {
    const a = signal(0)
    const inverse = computed(() => {
      if (a.value === 0) throw new Error('zero')
      return 1 / a.value
    })
    expect(() => inverse.value).toThrow('zero')
    a.value = 2
    expect(inverse.value).toBe(0.5)
  })

  it('let an effect set what others read', () => {
    const [a, b] = [signal(1), signal(0)]
    const seen: number[] = []
    effect(() => {
      b.value = a.value * 10
    })
    effect(() => void seen.push(b.value))
    a.value = 2
    expect(seen).toEqual([10, 20])
  })

  it('forget an effect that has ended', () => {
    const a = signal(1)
    let runs = 0
    const end = effect(() => {
      runs += a.value
    })
    end()
    a.value = 5
    expect(runs).toBe(1)
  })
})
