import type { RefObject } from 'preact'
import type { OpenedThread } from '../model/types.ts'
import { useEffect } from '../signals/render.ts'
import { useWidget } from './widget.ts'

/** Milliseconds without a sign of the reader after which they may have looked away. */
const ACTIVE = 30_000
/** CSS pixels between the screen's end and the thread's. */
const NEAR = 120

const signs = ['pointerdown', 'pointermove', 'keydown', 'focusin', 'wheel'] as const

/** A reply may appear by itself only to somebody who reads the end of the thread, and is not writing. */
export const useMayAppend = (opened: OpenedThread, end: RefObject<HTMLElement | null>): void => {
  const { writing } = useWidget()
  useEffect(() => {
    const root = end.current?.closest('.widget') ?? document.body
    let lastSign = Date.now()
    const note = () => {
      lastSign = Date.now()
    }
    for (const sign of signs) root.addEventListener(sign, note, { passive: true })
    opened.setMayAppend(() => {
      const box = end.current?.getBoundingClientRect()
      return (
        box !== undefined &&
        Date.now() - lastSign < ACTIVE &&
        box.bottom > 0 &&
        box.top < innerHeight + NEAR &&
        !writing(opened.id).text.peek()
      )
    })
    return () => {
      opened.setMayAppend(() => false)
      for (const sign of signs) root.removeEventListener(sign, note)
    }
  }, [opened])
}
