import type { ComponentChildren } from 'preact'

interface Props {
  id?: string
  pressed: boolean
  onPress: () => void
  /** Shown where there is room. */
  count?: string | undefined
  children: ComponentChildren
}

/** One of several filters; pressed means chosen. */
export const Chip = ({ id, pressed, onPress, count, children }: Props) => (
  <button type="button" class="chip" id={id} aria-pressed={pressed} onClick={onPress}>
    {children}
    {count && ' '}
    {count && <span class="n">{count}</span>}
  </button>
)
