import { useEffect, useSignal } from '../signals/render.ts'

/**
 * Counts from 0 up to `last`, one step a frame: what is drawn step by step never keeps a slow machine from answering.
 * @param last need not be whole, and may grow; what has been counted stays
 */
export const useSteps = (last: number): number => {
  const step = useSignal(0)
  const goesOn = step.value < last
  useEffect(() => {
    // After the frame, not in it; where nobody looks there are none.
    if (goesOn)
      (document.hidden ? setTimeout : requestAnimationFrame)(() =>
        setTimeout(() => {
          step.value++
          // Styles and layout in a task of their own: the frame has painting to do.
          setTimeout(() => document.body?.offsetTop)
        }),
      )
  }, [goesOn && step.value])
  return step.value
}
