import type { CommandInput, CommandName } from '../../../server/contract/commands.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { StaffConversation } from '../../model/staff-types.ts'
import type { Signal } from '../../signals/signal.ts'
import type { Widget } from '../../thread/widget.ts'
import type { Team } from '../team.ts'
import type { StaffTexts } from '../texts.ts'
import type { Deeds } from './deeds.ts'
import { inTurns } from './in-turns.ts'
import type { Call } from './inverse.ts'
import { inverseOf } from './inverse.ts'
import { sayCall } from './said.ts'

interface Parts {
  /** The words for what went wrong, or null. */
  run: <N extends CommandName>(name: N, input: CommandInput<N>) => Promise<string | null>
  conversation: StaffConversation
  deeds: Deeds
  t: Translate<StaffTexts>
  said: Widget['said']
  trouble: Signal<string | null>
}

const aboutOf = ({ input }: Call): string => {
  const { id, reply, thread } = input as { id?: string; reply?: string; thread?: string }
  return id ?? reply ?? thread ?? ''
}

/** Doing, and taking back. */
export const createChanges = ({
  run,
  conversation,
  deeds,
  t,
  said,
  trouble,
}: Parts): Pick<Team, 'change' | 'takeBack' | 'act'> => {
  const fail = (words: string) => {
    trouble.value = words
    said.value = { voice: 'assertive', text: words }
  }
  const runAll = async (calls: readonly Call[]) => {
    const troubles = await inTurns(calls, ({ name, input }) => run(name, input))
    return troubles.find(found => found !== null) ?? null
  }

  const change: Team['change'] = async (calls, { quiet } = { quiet: false }) => {
    const [first] = calls
    if (!first) return null
    trouble.value = null
    const rows = calls.map(one => conversation.row(aboutOf(one)))
    const troubles = await inTurns(calls, ({ name, input }) => run(name, input))
    const done = calls.filter((_, at) => troubles[at] === null)
    const back = calls.flatMap((one, at) => {
      const row = rows[at]
      const inverse = troubles[at] === null ? inverseOf(one, row ?? null) : null
      return inverse ? [inverse] : []
    })
    const title = rows[calls.indexOf(done[0] as Call)]
    const words = done.length > 1 ? t('s.done', { n: done.length }) : sayCall(first, t)
    const named =
      done.length === 1 && title && 'title' in title
        ? t('did.to', { what: words, title: title.title })
        : words
    if (back.length) deeds.add({ text: named, undo: () => runAll(back) })
    if (done.length) said.value = { voice: 'polite', text: words }
    const failed = troubles.find(found => found !== null) ?? null
    if (failed !== null && !quiet) fail(failed)
    return failed
  }

  return {
    change,
    act: async (name, input) => {
      await change([{ name, input } as Call])
    },
    takeBack: async deed => {
      if (!deeds.list.peek().length) return
      const failed = await deeds.undo(deed)
      if (failed !== null) fail(failed)
      else said.value = { voice: 'polite', text: t('did.undone') }
    },
  }
}
