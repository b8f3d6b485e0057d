import { useWidget } from '../thread/widget.ts'
import { Icon } from '../ui/icon.tsx'
import { CLOSE, DOTS } from '../ui/more-icons.ts'
import { useHint } from './hints.ts'
import { everything } from './menu/everything.ts'
import { movesNow } from './moves/moves.ts'
import { useTeam } from './team.ts'

/** What one does with all that is ticked. */
const OFTEN = ['assign', 'status', 'label', 'merge', 'approve', 'done', 'hide', 'spam']

/** Stands at the list's end as long as something is ticked. */
export const BulkBar = () => {
  const team = useTeam()
  const widget = useWidget()
  const hint = useHint()
  const { selection, t } = team
  const n = selection.ids.value.size
  if (!n) return null
  const hand = { team, widget }
  const moves = movesNow(hand).filter(({ move }) => OFTEN.includes(move.name))
  return (
    <section class="bulk-bar" aria-label={t('s.selected', { n })}>
      <p>
        <strong>{t('s.selected', { n })}</strong>
        <button type="button" class="bare" aria-label={t('s.unselect')} onClick={selection.clear}>
          <Icon d={CLOSE} />
        </button>
      </p>
      <div>
        {moves.map(({ move, run }) => (
          <button key={move.name} type="button" class="quiet" {...hint(move.name)} onClick={run}>
            {t(move.text)}
          </button>
        ))}
        <button
          type="button"
          class="bare"
          aria-label={t('frame.menu')}
          onClick={() => {
            team.menu.value = everything(hand)
          }}
        >
          <Icon d={DOTS} />
        </button>
      </div>
    </section>
  )
}
