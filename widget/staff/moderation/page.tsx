import { useEffect, useMemo } from 'preact/hooks'
import type { QueueEntry } from '../../../server/contract/queue.ts'
import { useSignal } from '../../signals/render.ts'
import { failureText } from '../../thread/failure-text.ts'
import { useWidget } from '../../thread/widget.ts'
import type { Choice } from '../../ui/disclosure-menu.tsx'
import { Icon } from '../../ui/icon.tsx'
import { CHECK } from '../../ui/icons.ts'
import { ARROW_DOWN } from '../../ui/more-icons.ts'
import { Pill } from '../../ui/pill.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FormDialog } from '../forms/form-dialog.tsx'
import { HideForm } from '../forms/hide-form.tsx'
import { call } from '../moves/inverse.ts'
import { createSelection } from '../moves/selection.ts'
import styles from '../styles/moderation.css?inline'
import { useTeam } from '../team.ts'
import { UndoBar } from '../undo-bar.tsx'
import { decide } from './decide.ts'
import { EntryRow } from './entry-row.tsx'
import { PersonPanel } from './person-panel.tsx'
import type { Decision, QueueName } from './queue.ts'
import { createQueue } from './queue.ts'
import { useQueueKeys } from './use-queue-keys.ts'

const QUEUES = ['held', 'reported', 'hidden'] as const satisfies readonly QueueName[]
const TITLES = { held: 'mod.heldOnes', reported: 'mod.reportedOnes', hidden: 'mod.hiddenOnes' } as const

/** Everything that waits for somebody to say yes or no. */
export const Page = () => {
  const team = useTeam()
  const widget = useWidget()
  const { conversation, desk, t } = team
  const { focus, said } = widget
  const { queue, ticks } = useMemo(() => {
    widget.adopt(styles)
    return { queue: createQueue(desk), ticks: createSelection() }
  }, [])
  const hiding = useSignal<readonly QueueEntry[] | null>(null)
  const person = useSignal<QueueEntry['author']['person'] | null>(null)
  useEffect(() => void queue.show('held'), [])
  const flagged = conversation.inbox.counts.value.flagged
  useEffect(() => void queue.look(), [flagged])

  const name = queue.name.value
  const entries = queue.entries.value
  const decided = queue.decided.value
  const open = entries.filter(({ id }) => !decided.has(id))
  const ticked = open.filter(({ id }) => ticks.ids.value.has(id))

  const goOn = (from: readonly QueueEntry[]) => {
    const last = entries.findIndex(({ id }) => id === from.at(-1)?.id)
    const left = (entry: QueueEntry) => !queue.decided.peek().has(entry.id)
    const next = entries.slice(last + 1).find(left) ?? entries.slice(0, last).findLast(left)
    focus(next ? `entry-${next.id}` : 'room-title')
  }
  const settle = async (what: Decision, about: readonly QueueEntry[], reason?: string) => {
    const trouble = await decide(team, queue, what, about, reason)
    if (trouble !== null) {
      if (what !== 'hidden') said.value = { voice: 'assertive', text: trouble }
      team.trouble.value = trouble
      return trouble
    }
    team.trouble.value = null
    ticks.clear()
    goOn(about)
    return null
  }
  const ask = (what: Decision, about: readonly QueueEntry[]) => {
    if (!about.length) return
    if (what === 'hidden') hiding.value = about
    else void settle(what, about)
  }
  useQueueKeys({ team, queue, ticks, ask })

  const judge = (entry: QueueEntry): Choice[] => {
    const { author, can } = entry
    const { id, name } = author.person
    const put = async (what: 'person.ban' | 'person.trust', on: boolean) => {
      await team.change([call(what, { person: id, on })])
      await queue.show(queue.name.peek())
    }
    return [
      ...(can.includes('trust')
        ? [
            {
              key: 'trust',
              text: t(author.trustedAt ? 's.untrust' : 's.trust', { name }),
              onChoose: () => void put('person.trust', !author.trustedAt),
            },
          ]
        : []),
      ...(can.includes('ban')
        ? [
            {
              key: 'ban',
              text: t(author.bannedAt ? 's.unban' : 's.ban', { name }),
              dangerous: true,
              onChoose: () => void put('person.ban', !author.bannedAt),
            },
          ]
        : []),
    ]
  }

  return (
    <div class="moderation">
      <header class="room-head">
        <h1 id="room-title" tabIndex={-1}>
          {t('mod.title')}
        </h1>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's; these choose a list */}
        <div class="queues" role="group" aria-label={t('mod.queues')}>
          {QUEUES.map(one => (
            <button
              key={one}
              type="button"
              aria-pressed={name === one}
              onClick={() => {
                ticks.clear()
                void queue.show(one)
              }}
            >
              {t(TITLES[one])} <span class="n">{queue.counts.value[one]}</span>
            </button>
          ))}
        </div>
      </header>
      {team.trouble.value && <p class="error trouble">{team.trouble.value}</p>}
      {ticked.length > 0 && (
        <section class="queue-bulk" aria-label={t('s.selected', { n: ticked.length })}>
          <strong>{t('s.selected', { n: ticked.length })}</strong>
          <button type="button" class="quiet" onClick={() => ask('approved', ticked)}>
            {t('s.approve')}
          </button>
          <button type="button" class="quiet" onClick={() => ask('hidden', ticked)}>
            {t('s.hide')}
          </button>
          <button type="button" class="quiet" onClick={() => ask('spam', ticked)}>
            {t('s.spam')}
          </button>
          <button type="button" class="bare" onClick={ticks.clear}>
            {t('s.unselect')}
          </button>
        </section>
      )}
      {queue.fresh.value > 0 && (
        <Pill
          d={ARROW_DOWN}
          text={t('s.fresh', { n: queue.fresh.value })}
          onPress={() => {
            const first = queue.showFresh()
            if (first) focus(`entry-${first.id}`)
          }}
        />
      )}
      {queue.phase.value === 'loading' && <Skeleton label={t('s.loading')} />}
      {queue.phase.value === 'failed' && (
        <p class="failed" role="alert">
          {queue.failure.value && failureText(queue.failure.value, widget)}
          <button type="button" class="quiet" onClick={() => void queue.show(name)}>
            {t('action.retry')}
          </button>
        </p>
      )}
      {queue.phase.value === 'ready' && entries.length === 0 && (
        <div class="zero">
          <span class="zero-mark">
            <Icon d={CHECK} />
          </span>
          <p class="zero-title">{t(name === 'hidden' ? 'mod.noneHidden' : 'mod.none')}</p>
          <p>{t('s.zeroBody')}</p>
        </div>
      )}
      {/* biome-ignore lint/a11y/noRedundantRoles: without bullets Safari takes a list for none */}
      <ul class="entries" role="list" aria-busy={queue.busy.value} aria-labelledby="room-title">
        {entries.map(entry => (
          <EntryRow
            key={entry.id}
            entry={entry}
            decision={decided.get(entry.id)}
            ticked={ticks.ids.value.has(entry.id)}
            choices={judge(entry)}
            onTick={() => ticks.toggle(entry.id)}
            onDecide={what => ask(what, [entry])}
            onUndo={async () => {
              const deed = team.deeds.list.peek().find(({ about }) => about?.includes(entry.id))
              if (deed) await team.takeBack(deed.key)
              focus(`entry-${entry.id}`)
            }}
            onPerson={() => {
              person.value = entry.author.person
            }}
          />
        ))}
      </ul>
      {queue.hasMore.value && (
        <button
          type="button"
          class="more"
          onClick={async () => {
            const first = await queue.more()
            if (first) focus(`entry-${first.id}`)
          }}
        >
          {t('s.more')}
        </button>
      )}
      <UndoBar />
      {hiding.value && (
        <FormDialog
          title={t('s.hideTitle')}
          about={hiding.value.length > 1 ? t('mod.messages', { n: hiding.value.length }) : undefined}
          onClose={() => {
            hiding.value = null
          }}
        >
          {close => (
            <HideForm
              onCancel={close}
              onHide={async reason => {
                const about = hiding.peek() ?? []
                const trouble = await settle('hidden', about, reason)
                if (trouble === null) {
                  close()
                  goOn(about)
                }
                return trouble
              }}
            />
          )}
        </FormDialog>
      )}
      {person.value && (
        <PersonPanel
          key={person.value.id}
          person={person.value.id}
          name={person.value.name}
          onChange={() => void queue.show(queue.name.peek())}
          onClose={() => {
            person.value = null
          }}
        />
      )}
    </div>
  )
}
