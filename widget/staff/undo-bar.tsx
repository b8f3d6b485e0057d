import { useSignal } from '../signals/render.ts'
import { Icon } from '../ui/icon.tsx'
import { CLOSE } from '../ui/more-icons.ts'
import { useTeam } from './team.ts'

/** The last things done, each with its way back. It stays until it is put away. */
export const UndoBar = () => {
  const { deeds, takeBack, t } = useTeam()
  const all = useSignal(false)
  const list = deeds.list.value
  const [latest, ...earlier] = list
  if (!latest) return null
  return (
    <section class="undo-bar" aria-label={t('undo.title')}>
      {all.value && (
        <ul>
          {[...earlier].reverse().map(deed => (
            <li key={deed.key}>
              <span dir="auto">{deed.text}</span>
              <button type="button" class="link" onClick={() => void takeBack(deed.key)}>
                {t('action.undo')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p>
        <span class="undo-text" dir="auto">
          {latest.text}
        </span>
        <button type="button" class="quiet" onClick={() => void takeBack(latest.key)}>
          {t('action.undo')} <kbd>Z</kbd>
        </button>
        {earlier.length > 0 && (
          <button
            type="button"
            class="bare"
            aria-expanded={all.value}
            onClick={() => {
              all.value = !all.peek()
            }}
          >
            {t('undo.earlier', { n: earlier.length })}
          </button>
        )}
        <button type="button" class="bare" aria-label={t('undo.forget')} onClick={deeds.forget}>
          <Icon d={CLOSE} />
        </button>
      </p>
    </section>
  )
}
