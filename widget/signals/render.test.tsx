import { act, cleanup, render } from '@testing-library/preact'
import { useEffect as useEffectOfPreact } from 'preact/hooks'
import { afterEach, describe, expect, test } from 'vitest'
import { Give, given, useEffect, useKept, useRef, useSignal, useSignalEffect } from './render.ts'
import type { Signal } from './signal.ts'
import { signal } from './signal.ts'

afterEach(cleanup)

test('a component is drawn again when what it read changes, and nobody else is', async () => {
  const [name, count] = [signal('Anna'), signal(0)]
  const drawn = { parent: 0, child: 0 }
  const Child = () => {
    drawn.child++
    return <b>{count.value}</b>
  }
  const Parent = () => {
    drawn.parent++
    return (
      <p>
        {name.value} <Child />
      </p>
    )
  }
  const { container } = render(<Parent />)
  await act(() => {
    count.value = 3
  })
  expect(container.textContent).toBe('Anna 3')
  expect(drawn).toEqual({ parent: 1, child: 2 })
  await act(() => {
    name.value = 'Tom'
  })
  expect(container.textContent).toBe('Tom 3')
  expect(drawn.parent).toBe(2)
})

test('a component that is gone hears nothing', async () => {
  const count = signal(0)
  let drawn = 0
  const Counter = () => {
    drawn++
    return <b>{count.value}</b>
  }
  const { unmount } = render(<Counter />)
  unmount()
  await act(() => {
    count.value = 1
  })
  expect(drawn).toBe(1)
})

test('a component has signals and effects of its own', async () => {
  let inner: Signal<number> | undefined
  const seen: string[] = []
  const Own = () => {
    const n = useSignal(1)
    inner = n
    useSignalEffect(() => {
      const { value } = n
      seen.push(`saw ${value}`)
      return () => seen.push(`left ${value}`)
    })
    return <i>{n.value}</i>
  }
  const { container, unmount } = render(<Own />)
  await act(() => {
    if (inner) inner.value = 2
  })
  expect(container.textContent).toBe('2')
  await act(() => void unmount())
  expect(seen).toEqual(['saw 1', 'left 1', 'saw 2', 'left 2'])
})

test('a component that throws does not leave its reading to others', async () => {
  const a = signal(0)
  const Broken = () => {
    if (a.value === 0) throw new Error('broken')
    return null
  }
  expect(() => render(<Broken />)).toThrow('broken')
  let drawn = 0
  const Plain = () => {
    drawn++
    return <p>fine</p>
  }
  render(<Plain />)
  await act(() => {
    a.value = 1
  })
  expect(drawn).toBe(1)
})

describe.each([
  { whose: 'ours', use: useEffect },
  { whose: 'the one of preact/hooks', use: useEffectOfPreact },
])('an effect, $whose,', ({ use }) => {
  test('runs after drawing, again when what it depends on is another, and cleans up after itself', async () => {
    const said: string[] = []
    const Speaker = ({ word, rest }: { word: string; rest: number }) => {
      use(() => {
        said.push(`begin ${word}`)
        return () => said.push(`end ${word}`)
      }, [word])
      use(() => void said.push('once'), [])
      said.push(`draw ${word} ${rest}`)
      return null
    }
    const { rerender, unmount } = render(<Speaker word="a" rest={1} />)
    await act(() => rerender(<Speaker word="a" rest={2} />))
    await act(() => rerender(<Speaker word="b" rest={2} />))
    await act(() => void unmount())
    expect(said).toEqual(['draw a 1', 'begin a', 'once', 'draw a 2', 'draw b 2', 'end a', 'begin b', 'end b'])
  })

  test('does not run for a component that is gone before its turn', async () => {
    let ran = 0
    const Short = () => {
      use(() => void ran++, [])
      return null
    }
    const shown = signal(true)
    const Parent = () => (shown.value ? <Short /> : null)
    await act(() => {
      const { rerender } = render(<Parent />)
      shown.value = false
      rerender(<Parent />)
    })
    expect(ran).toBe(0)
  })
})

test('a component keeps what it made first, and its element', () => {
  let made = 0
  const found: unknown[] = []
  const Keeper = () => {
    const own = useKept(() => ++made)
    const element = useRef<HTMLElement>()
    found.push(own, element.current?.tagName)
    return <b ref={element}>{own}</b>
  }
  const { rerender } = render(<Keeper />)
  rerender(<Keeper />)
  expect(found).toEqual([1, undefined, 1, 'B'])
})

test('what is given reaches every depth, and nobody beside', () => {
  const Reader = () => <b>{(given() as { word?: string }).word ?? 'nothing'}</b>
  const Between = () => (
    <p>
      <Reader />
    </p>
  )
  const { container } = render(
    <>
      <Give all={{ word: 'ciao' }}>
        <Between />
      </Give>
      <Reader />
    </>,
  )
  expect(container.textContent).toBe('ciaonothing')
})
