import type { SavedReply } from '../../../../server/contract/saved.ts'
import { ago } from '../../../i18n/ago.ts'
import { useEffect, useSignal } from '../../../signals/render.ts'
import { useWidget } from '../../../thread/widget.ts'
import { useTeam } from '../../team.ts'
import { languageName } from '../language-name.ts'
import type { PartProps } from '../part.ts'
import { Saved } from '../saved.tsx'
import { useSave } from '../use-save.ts'
import { SavedReplyForm } from './saved-reply-form.tsx'

/** The team's saved replies: one form at a time, in the place of what it changes. */
export const SavedReplyList = ({ t, may, explain }: PartProps) => {
  const { desk, kept, t: staff } = useTeam()
  const { focus, now, t: words } = useWidget()
  /** The id of the one that is written anew; `new`; null for none. */
  const open = useSignal<string | null>(null)
  const leaving = useSignal<string | null>(null)
  const { outcome, run } = useSave(t('set.saved'))
  const locked = !may('savedReplies')
  const load = () => kept.loadReplies().then(() => null, explain)
  useEffect(() => {
    void run(load).then(() => {
      outcome.value = outcome.peek()?.good ? null : outcome.peek()
    })
  }, [])
  const close = (id: string) => {
    open.value = null
    focus(`edit-${id}`)
  }
  const drop = ({ id }: SavedReply) =>
    run(async () => {
      leaving.value = null
      try {
        await desk.write('DELETE', `/saved-replies/${id}`)
        return load()
      } catch (thrown) {
        return explain(thrown)
      } finally {
        // Unless they have gone on to another one meanwhile.
        focus('edit-new', ':is(input, textarea, select):focus')
      }
    })
  const form = (reply: SavedReply | null) => (
    <SavedReplyForm t={t} reply={reply} explain={explain} onClose={() => close(reply?.id ?? 'new')} />
  )
  return (
    <section aria-labelledby="replies-title">
      <h2 id="replies-title">{staff('saved.title')}</h2>
      <p class="hint">{t('set.repliesHint')}</p>
      <ul class="members">
        {kept.replies.value.map(reply =>
          open.value === reply.id ? (
            <li key={reply.id}>{form(reply)}</li>
          ) : (
            <li key={reply.id}>
              <span class="member-name">
                <bdi>{reply.name}</bdi>{' '}
                <span class="hint">
                  {reply.language ? languageName(reply.language) : t('set.anyLanguage')} ·{' '}
                  {reply.usedAt === null
                    ? staff('saved.unused')
                    : staff('saved.used', { ago: ago(words, reply.usedAt, now.value) })}
                </span>
                <span class="one-line hint" dir="auto">
                  {reply.body}
                </span>
              </span>
              {!locked && (
                <span class="member-acts">
                  <button
                    type="button"
                    class="quiet"
                    id={`edit-${reply.id}`}
                    onClick={() => {
                      open.value = reply.id
                    }}
                  >
                    {t('set.edit')}
                    <span class="sr"> {reply.name}</span>
                  </button>
                  {leaving.value === reply.id ? (
                    <button type="button" class="quiet danger" onClick={() => void drop(reply)}>
                      {t('set.deleteReally', { name: reply.name })}
                    </button>
                  ) : (
                    <button
                      type="button"
                      class="quiet"
                      onClick={() => {
                        leaving.value = reply.id
                      }}
                    >
                      {t('set.delete')}
                      <span class="sr"> {reply.name}</span>
                    </button>
                  )}
                </span>
              )}
            </li>
          ),
        )}
      </ul>
      {open.value === 'new'
        ? form(null)
        : !locked && (
            <p class="settings-foot">
              <button
                type="button"
                class="quiet"
                id="edit-new"
                onClick={() => {
                  open.value = 'new'
                }}
              >
                {t('set.addReply')}
              </button>
              <Saved outcome={outcome.value} />
            </p>
          )}
    </section>
  )
}
