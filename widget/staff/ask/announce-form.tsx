import type { ThreadItem } from '../../model/types.ts'
import { useSignal } from '../../signals/render.ts'
import { PanelForm } from '../forms/panel-form.tsx'
import { call } from '../moves/inverse.ts'
import { useTeam } from '../team.ts'
import { readPages } from './page-lines.ts'
import type { Where } from './places.tsx'
import { Places } from './places.tsx'

interface Props {
  item: ThreadItem
  onCancel: () => void
  onDone: () => void
}

const whereOf = (announced: readonly string[] | undefined): Where => {
  if (!announced) return 'home'
  return announced.length ? 'pages' : 'everywhere'
}

/** Puts a thread on other pages as well, or takes it off them again. */
export const AnnounceForm = ({ item, onCancel, onDone }: Props) => {
  const { change, t } = useTeam()
  const now = item.row.peek().announced
  const where = useSignal(whereOf(now))
  const pages = useSignal(now?.join('\n') ?? '')
  const error = useSignal<{ about: 'pages' | 'form'; text: string } | null>(null)
  const save = async () => {
    const thread = item.id.peek()
    if (!thread) return
    const read = where.peek() === 'pages' ? readPages(pages.peek(), now) : { pages: [] }
    if ('wrong' in read) {
      error.value = { about: 'pages', text: t('ask.pageWrong', { page: read.wrong }) }
      document.getElementById('ask-pages')?.focus()
      return
    }
    const announce = where.peek() === 'home' ? null : read.pages
    const trouble = await change([call('thread.announce', { thread, announce })], { quiet: true })
    if (trouble === null) onDone()
    else error.value = { about: 'form', text: trouble }
  }
  return (
    <PanelForm deed={t('s.save')} onSend={save} onCancel={onCancel}>
      <Places
        choices={['home', 'everywhere', 'pages']}
        where={where}
        pages={pages}
        error={error.value?.about === 'pages' ? error.value.text : null}
      />
      {error.value?.about === 'form' && (
        <p class="error" role="alert">
          {error.value.text}
        </p>
      )}
    </PanelForm>
  )
}
