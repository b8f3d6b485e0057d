import type { Hosted } from './hosted.ts'
import type { ParlaCommand } from './parla.d.ts'

/** Milliseconds until the panel has drawn what one writes into. */
const PATIENCE = 5_000

const rootOf = ({ from }: Hosted) => from.host.firstElementChild?.shadowRoot

const drawn = <T>(find: () => T | null | undefined) =>
  new Promise<T | null>(resolve => {
    const until = performance.now() + PATIENCE
    const look = () => {
      const found = find()
      if (found || performance.now() > until) resolve(found ?? null)
      else requestAnimationFrame(look)
    }
    look()
  })

/** Opens the widget and lets one write, with `text` below what they have begun. A site that is closed only opens. */
export const ask = async (
  hosted: Hosted,
  text = '',
  tell: (hosted: Hosted, command: ParlaCommand) => void,
): Promise<void> => {
  const { conversation } = hosted.widget
  // As for opening: where there is a panel, it is what opens.
  if (hosted.config.mode === 'inline' && document.querySelector('[data-parla=launcher],[data-parla=modal]'))
    return
  tell(hosted, ['open'])
  await hosted.told
  // From a thread back to the list, as its reader would go.
  rootOf(hosted)?.querySelector<HTMLElement>('.bar > :first-child')?.click()
  const kept = await conversation.writer().then(
    ({ drafts }) => drafts.get('post'),
    () => '',
  )
  // The list gives the focus to where its reader came from, in a turn of its own.
  await new Promise(resolve => setTimeout(resolve))
  const field = await drawn(() => {
    const box = rootOf(hosted)?.querySelector<HTMLTextAreaElement>('.home textarea')
    return box?.getClientRects().length ? box : null
  })
  if (!field) return
  field.focus()
  const begun = (field.value || kept).trimEnd()
  field.value = text ? `${begun}\n\n${text}` : begun
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  field.setSelectionRange(begun.length, begun.length)
  field.scrollTop = 0
}
