import { useEffect, useSignal } from '../signals/render.ts'

/** Milliseconds until a skeleton is seen (the style sheet holds it back as long), and how long it then stays at least. */
const UNSEEN = 300
const STAYS = 400

/** Whether to show a skeleton: while something loads, and on until nobody can take it for a flicker. */
export const useSkeleton = (loading: boolean): boolean => {
  const seen = useSignal(false)
  useEffect(() => {
    if (!loading) return
    const timer = setTimeout(() => {
      seen.value = true
      setTimeout(() => {
        seen.value = false
      }, STAYS)
    }, UNSEEN)
    return () => clearTimeout(timer)
  }, [loading])
  return loading || seen.value
}

/**
 * Grey lines in place of three cards, less those that are `drawn`, if any; unseen for the first 300 ms. They and the
 * label are in the type of a card, which a browser takes longer to make ready than to set.
 */
export const Skeleton = ({ label, drawn }: { label: string; drawn?: number }) => (
  <div class="skeleton">
    <span class="sr title">{label}</span>
    {/* Where none is told, no comparison holds, and none is drawn. */}
    {[1, 2, 3].map(card => card <= (drawn as number) || <p key={card} />)}
  </div>
)
