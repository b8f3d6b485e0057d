import type { InlineStanding } from '../../../server/contract/passes.ts'
import type { InlineConversation } from '../../model/inline-conversation.ts'
import { useEffect, useKept, useSignal } from '../../signals/render.ts'
import { useWidget } from '../../thread/widget.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { createTexts } from '../texts.ts'
import { useHere } from './here.ts'

const HALF_A_MINUTE = 30_000
const A_MINUTE = 60_000

/** What waits on this page; null until it is known. */
const useStanding = (conversation: InlineConversation | null, page: string) => {
  const standing = useSignal<InlineStanding | null>(null)
  const asOf = conversation?.counts.value
  const opened = conversation?.opened.value
  useEffect(() => {
    conversation?.read<InlineStanding>('/standing', { page }).then(
      found => {
        standing.value = found
      },
      () => {},
    )
  }, [asOf, opened])
  return standing.value
}

/** Outside all that visitors see: as whom one is here, for how long, and the ways out. */
export const StaffBar = () => {
  const { asVisitor, config, conversation, duty, leave, lookAsVisitor, renew } = useHere()
  const { formats } = useWidget()
  const t = useKept(() => createTexts(formats))
  const now = useSignal(Date.now())
  useEffect(() => {
    const clock = setInterval(() => {
      now.value = Date.now()
    }, HALF_A_MINUTE)
    return () => clearInterval(clock)
  }, [])
  const standing = useStanding(conversation, config.page.key)
  const me = duty.me.value
  const over = duty.over.value
  // Never more than there is, and never nothing while there is something.
  const minutes = Math.max(1, Math.floor((duty.endsAt.value - now.value) / A_MINUTE))
  const signedIn = t('s.as', { name: me.name })

  return (
    <section
      class={`team-bar ${over ? 'over' : ''} ${asVisitor.value ? 'as-visitor' : ''}`}
      id="team-bar"
      tabIndex={-1}
      aria-label={signedIn}
    >
      <p class="team-who">
        <Avatar {...me} staff /> <span>{t.parts('s.as', { name: <bdi class="name">{me.name}</bdi> })}</span>
      </p>
      <p class="team-facts" role="status">
        {over ? t('in.over') : asVisitor.value && t('in.seeing')}
      </p>
      {!over && !asVisitor.value && standing && (
        <p class="team-facts">
          {t('in.unanswered', { n: standing.unanswered })}
          {standing.flagged > 0 && ` · ${t('in.flagged', { n: standing.flagged })}`}
        </p>
      )}
      <div class="team-ways">
        {!over && <span class="team-left">{t('in.left', { duration: formats.duration(minutes * 60) })}</span>}
        <button type="button" class={over ? 'main' : 'quiet'} onClick={renew}>
          {t('in.renew')}
        </button>
        <button
          type="button"
          class="quiet"
          aria-pressed={asVisitor.value}
          onClick={() => lookAsVisitor(!asVisitor.peek())}
        >
          {t('in.asVisitor')}
        </button>
        <a class="quiet" href={`${config.origin}/admin/s/${config.site}`} target="_blank" rel="noreferrer">
          {t('in.inbox')}
        </a>
        <button type="button" class="quiet" onClick={() => void leave()}>
          {t('door.signOut')}
        </button>
      </div>
    </section>
  )
}
