import { render } from '@testing-library/preact'
import { describe, expect, it } from 'vitest'
import { MOVES } from './moves/moves.ts'
import { KEYS, shortcutOf } from './shortcuts.ts'

const press = (
  key: string,
  init: KeyboardEventInit = {},
  target: EventTarget = document.body,
  single = true,
) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, ...init })
  let found = null as ReturnType<typeof shortcutOf>
  const hear = (heard: Event) => {
    found = shortcutOf(heard as KeyboardEvent, single)
  }
  document.addEventListener('keydown', hear)
  target.dispatchEvent(event)
  document.removeEventListener('keydown', hear)
  return found
}

const field = () => {
  const { container } = render(
    <div>
      <textarea />
      <input />
      <select />
      <input type="checkbox" />
    </div>,
  )
  return [...container.querySelectorAll<HTMLElement>('textarea, input, select')]
}

describe('a shortcut', () => {
  it('goes by what the key writes, wherever it lies', () => {
    expect(press('j')).toBe('next')
    expect(press('?', { shiftKey: true, code: 'Minus' })).toBe('sheet')
    expect(press('Escape')).toBe('back')
    expect(press('J', { shiftKey: true })).toBe('extendNext')
    expect(press('v')).toBeNull()
    expect(press('toString')).toBeNull()
  })

  it('needs no AltGr on an Italian keyboard', () => {
    for (const key of Object.keys(KEYS)) expect('@#[]{}').not.toContain(key)
  })

  it('is one thing for one key', () => {
    const keys = MOVES.flatMap(({ key }) => key ?? [])
    expect(keys).toEqual([...new Set(keys)])
    for (const { key, name } of MOVES) if (key) expect(KEYS[key]).toEqual({ move: name })
  })

  it('is nothing with a modifier or while an input method composes', () => {
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey'] as const)
      expect(press('n', { [modifier]: true })).toBeNull()
    expect(press('n', { isComposing: true })).toBeNull()
    expect(press('n', { keyCode: 229 })).toBeNull()
    expect(press('Escape', { isComposing: true })).toBeNull()
  })

  it('leaves fields alone, but for the way out of them', () => {
    const [textarea, input, select, checkbox] = field() as [
      HTMLElement,
      HTMLElement,
      HTMLElement,
      HTMLElement,
    ]
    for (const one of [textarea, input, select]) {
      expect(press('r', {}, one)).toBeNull()
      expect(press('Escape', {}, one)).toBe('back')
    }
    expect(press('r', {}, checkbox)).toEqual({ move: 'reply' })
  })

  it('can be switched off', () => {
    expect(press('r', {}, document.body, false)).toBeNull()
    expect(press('Escape', {}, document.body, false)).toBe('back')
  })
})
