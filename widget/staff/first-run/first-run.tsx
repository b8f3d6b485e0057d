import type { ComponentChild } from 'preact'
import type { FIRST_RUN_STEPS, SiteSettings } from '../../../server/contract/settings.ts'
import type { Signal } from '../../signals/signal.ts'
import { useWidget } from '../../thread/widget.ts'
import { Icon } from '../../ui/icon.tsx'
import { CHECK } from '../../ui/icons.ts'
import { useTeam } from '../team.ts'
import styles from './first-run.css?inline'

type Step = (typeof FIRST_RUN_STEPS)[number]

/** From an empty site to the first answer: what is done ticks itself, everything can be skipped and taken up again. */
export const FirstRunCard = ({ settings }: { settings: Signal<SiteSettings | null> }) => {
  const team = useTeam()
  const { conversation, dialog, router, run, t } = team
  const { adopt, focus } = useWidget()
  adopt(styles)
  const known = settings.value
  const { firstRun } = known ?? {}
  if (!known || !firstRun) return null
  const { inbox } = conversation
  const site = router.place.value.site ?? ''
  const sight = known.sights[0]
  const first = inbox.items.value.find(item => !item.row.value.author.staff)
  const spoken = inbox.items.value.some(
    ({ row }) => row.value.lastReply?.author.staff || row.value.answer?.author.staff,
  )
  const posted = first !== undefined || inbox.counts.value.all > 0 || inbox.fresh.value > 0
  const is: Record<Step, boolean> = {
    snippet: sight !== undefined || posted,
    seen: sight !== undefined || posted,
    post: posted,
    answer: spoken,
  }
  const steps = Object.keys(is) as Step[]
  const over = (step: Step) => is[step] || firstRun.skipped.includes(step)
  const now = steps.find(step => !over(step))
  const done = 1 + steps.filter(step => is[step]).length

  const keep = async (next: SiteSettings['firstRun']) => {
    const before = settings.peek()
    if (before) settings.value = { ...before, firstRun: next }
    if ((await run('site.configure', { firstRun: next })) !== null) settings.value = before
    focus('first-run')
  }
  const words: Record<Step, string> = {
    snippet: t('first.snippet'),
    seen: sight ? t('first.seen', { domain: new URL(sight.origin).host }) : t('first.waiting'),
    post: t(posted ? 'first.came' : 'first.write'),
    answer: t(spoken ? 'first.answered' : 'first.answer'),
  }
  const toSettings = (part: string) => () => router.go({ room: 'settings', part, query: '' })
  const tools: Partial<Record<Step, () => ComponentChild>> = {
    snippet: () => (
      <>
        <button type="button" class="quiet" onClick={toSettings('install')}>
          {t('first.install')}
        </button>
        <a class="quiet" href={`/trial/${site}`} target="_blank" rel="noopener">
          {t('first.try')}
        </a>
      </>
    ),
    post: () => (
      <a class="quiet" href={`/trial/${site}`} target="_blank" rel="noopener">
        {t('first.try')}
      </a>
    ),
    answer: () => (
      <button
        type="button"
        class="main"
        onClick={() => {
          const thread = (first ?? inbox.showFresh())?.id.peek()
          if (!thread) return router.go({ view: 'all' })
          team.composeIn.value = { thread, mode: 'public' }
          router.go({ thread })
        }}
      >
        {t('s.reply')}
      </button>
    ),
  }
  const line = (text: string, isDone: boolean) => (
    <span class="first-text">
      <span class={`first-mark ${isDone ? 'done' : ''}`}>{isDone && <Icon d={CHECK} />}</span>
      {text}
      {isDone && <span class="sr"> ({t('s.isDone')})</span>}
    </span>
  )
  return (
    <section class="first-run" aria-labelledby="first-run">
      <div class="first-head">
        <h3 id="first-run" tabIndex={-1}>
          {t('first.title')}
        </h3>
        <span class="hint">{t('first.progress', { done, all: steps.length + 1 })}</span>
      </div>
      <ol>
        <li>{line(t('first.site'), true)}</li>
        {steps.map(step => (
          <li
            key={step}
            aria-current={step === now ? 'step' : undefined}
            aria-live={step === 'post' ? 'polite' : undefined}
          >
            {line(words[step], is[step])}
            {step === now && (
              <div class="first-tools">
                {tools[step]?.()}
                <button
                  type="button"
                  class="quiet"
                  onClick={() => void keep({ skipped: [...firstRun.skipped, step] })}
                >
                  {t('first.skip')}
                </button>
              </div>
            )}
          </li>
        ))}
      </ol>
      {!now && (
        <>
          <p class="first-next">{t('first.next')}</p>
          <div class="first-tools">
            <button type="button" class="quiet" onClick={toSettings('team')}>
              {t('first.invite')}
            </button>
            <button type="button" class="quiet" onClick={toSettings('site')}>
              {t('first.hours')}
            </button>
            <button
              type="button"
              class="quiet"
              onClick={() => {
                dialog.value = { what: 'ask', items: [] }
              }}
            >
              {t('ask.open')}
            </button>
          </div>
        </>
      )}
      <div class="first-tools">
        {firstRun.skipped.some(step => !is[step]) && (
          <button type="button" class="quiet" onClick={() => void keep({ skipped: [] })}>
            {t('action.undo')}
          </button>
        )}
        <button type="button" class="quiet" onClick={() => void keep(null)}>
          {t('first.end')}
        </button>
      </div>
    </section>
  )
}
