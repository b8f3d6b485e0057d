import { MOVES } from './moves/moves.ts'

/** What a key can do besides the moves of `moves.ts`. Each is also a control on the screen. */
export type Shortcut =
  | 'next'
  | 'previous'
  | 'extendNext'
  | 'extendPrevious'
  | 'select'
  | 'back'
  | 'search'
  | 'undo'
  | 'more'
  | 'sheet'
  | 'go'
  | `kind${1 | 2 | 3 | 4 | 5}`
  | { readonly move: string }

/** No key here needs AltGr on any layout we know. */
export const KEYS: Readonly<Record<string, Shortcut>> = {
  ...Object.fromEntries(MOVES.flatMap(({ key, name }) => (key ? [[key, { move: name }]] : []))),
  j: 'next',
  k: 'previous',
  J: 'extendNext',
  K: 'extendPrevious',
  x: 'select',
  '/': 'search',
  z: 'undo',
  '.': 'more',
  g: 'go',
  1: 'kind1',
  2: 'kind2',
  3: 'kind3',
  4: 'kind4',
  5: 'kind5',
  Escape: 'back',
  '?': 'sheet',
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'keyCode'>

/** Safari reports the key that ends a composition as a plain one with this code. */
const COMPOSING = 229

export const isComposing = ({ isComposing, keyCode }: Pick<Pressed, 'isComposing' | 'keyCode'>) =>
  isComposing || keyCode === COMPOSING

/** Where keys mean letters. */
export const isField = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]') !== null

/**
 * The shortcut of a key press, matched by what the key writes and not by where it lies. Null in fields (but for
 * Escape), with modifiers, and while an input method composes.
 * @param single whether keys without modifiers are on; Escape always is
 */
export const shortcutOf = (event: Pressed & Pick<Event, 'target'>, single: boolean): Shortcut | null => {
  if (event.ctrlKey || event.metaKey || event.altKey || isComposing(event)) return null
  const shortcut = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : undefined
  if (!shortcut) return null
  if (shortcut === 'back') return shortcut
  return single && !isField(event.target) ? shortcut : null
}
