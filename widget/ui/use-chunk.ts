import { useEffect, useSignal } from '../signals/render.ts'

/** A part that comes when it is wanted; null until then. A failed load is tried again the next time it is, or is more, wanted. */
export const useChunk = <T>(load: () => Promise<T>, wanted: boolean | number = true): T | null => {
  const part = useSignal<T | null>(null)
  useEffect(() => {
    if (!wanted || part.peek()) return
    let stale = false
    load().then(
      loaded => {
        if (!stale) part.value = loaded
      },
      () => {},
    )
    return () => {
      stale = true
    }
  }, [wanted])
  return part.value
}
