import { useLayoutEffect } from 'preact/hooks'

/** Gives the field with this id the focus as the form is drawn: whoever types or moves on at once is not called back. */
export const useFirstFocus = (id: string): void => {
  useLayoutEffect(() => document.getElementById(id)?.focus(), [])
}
