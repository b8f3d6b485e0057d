import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'

/** CSS pixels from the end within which one is reading the end. */
const NEAR = 60

/** Whoever reads the end of a pane goes on doing so when it grows; whoever reads above it is left alone. */
export const useFollowEnd = (pane: RefObject<HTMLElement | null>, length: number): void => {
  const atEnd = useRef(false)
  useEffect(() => {
    const box = pane.current
    const note = () => {
      if (box) atEnd.current = box.scrollTop > 0 && box.scrollHeight - box.clientHeight - box.scrollTop < NEAR
    }
    box?.addEventListener('scroll', note, { passive: true })
    return () => box?.removeEventListener('scroll', note)
  }, [])
  useLayoutEffect(() => {
    const box = pane.current
    if (box && atEnd.current) box.scrollTop = box.scrollHeight
  }, [length])
}
