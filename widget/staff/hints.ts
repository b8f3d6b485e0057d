import { MOVES } from './moves/moves.ts'
import { useTeam } from './team.ts'

/** So often with the pointer, and one may want to know the key. */
const ENOUGH = 3

/** Attributes of a control that does what a key does; its tip shows the key to whoever has used it with the pointer. */
export const useHint = () => {
  const { pointerUses, singleKeys, t } = useTeam()
  return (name: string) => {
    const move = MOVES.find(one => one.name === name)
    if (!move?.key || !singleKeys.value) return {}
    const knows = (pointerUses.value[name] ?? 0) >= ENOUGH
    return {
      'data-move': name,
      'aria-keyshortcuts': move.key.toUpperCase(),
      ...(knows && { title: t('keys.hint', { what: t(move.text), key: move.key.toUpperCase() }) }),
    }
  }
}
