import { batch } from '../../signals/signal.ts'
import type { Widget } from '../../thread/widget.ts'
import { noteOf } from '../../thread/writing.ts'
import type { Mode, Team } from '../team.ts'

/** What the composer of a thread writes now. */
export const targetNow = ({ mode }: Pick<Team, 'mode'>, thread: string): string =>
  mode.peek() === 'note' ? noteOf(thread) : thread

/** Turns the composer round. What is written comes along, unless something is begun on the other side. */
export const switchMode = (
  { mode, t }: Pick<Team, 'mode' | 't'>,
  { said, writing }: Pick<Widget, 'said' | 'writing'>,
  thread: string,
  next: Mode,
): void => {
  const [from, to] = next === 'note' ? [thread, noteOf(thread)] : [noteOf(thread), thread]
  const [before, after] = [writing(from), writing(to)]
  if (mode.peek() !== next) {
    batch(() => {
      if (!after.text.peek().trim()) {
        after.text.value = before.text.peek()
        before.text.value = ''
        const chosen = before.pictures.peek()
        after.pictures.value = [...after.pictures.peek(), ...chosen.filter(({ made }) => made)]
        // Those that are still being prepared are where they will be ready.
        before.pictures.value = chosen.filter(({ made }) => !made)
      }
      mode.value = next
    })
    said.value = { voice: 'polite', text: t(next === 'note' ? 's.nowNote' : 's.nowPublic') }
  }
  // Not before it is drawn.
  setTimeout(() => writing(to).field?.focus())
}
