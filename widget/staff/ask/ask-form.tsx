import type { CommandInput } from '../../../server/contract/commands.ts'
import { BODY_MAX, KINDS } from '../../../server/contract/limits.ts'
import type { SiteSettings } from '../../../server/contract/settings.ts'
import type { Kind } from '../../../server/contract/site.ts'
import { useSignal } from '../../signals/render.ts'
import { KIND_WORDS } from '../../thread/kind-words.ts'
import { PanelForm } from '../forms/panel-form.tsx'
import { useTeam } from '../team.ts'
import { useFirstFocus } from '../use-first-focus.ts'
import { readPages } from './page-lines.ts'
import type { Where } from './places.tsx'
import { Places } from './places.tsx'

/** A conversation that the team begins: an ordinary one, announced on the pages it names, or on all. */
export const AskForm = ({ onCancel, onDone }: { onCancel: () => void; onDone: () => void }) => {
  const { conversation, desk, explain, router, t } = useTeam()
  const kinds = conversation.site.value?.kinds ?? KINDS
  const kind = useSignal<Kind>(kinds[0] ?? 'question')
  const body = useSignal('')
  const where = useSignal<Where>('everywhere')
  const pages = useSignal('')
  const error = useSignal<{ field: 'body' | 'pages' | 'form'; text: string } | null>(null)
  useFirstFocus('ask-body')

  const refuse = (about: 'body' | 'pages' | 'form', text: string) => {
    error.value = { field: about, text }
    document.getElementById(`ask-${about}`)?.focus()
  }
  const post = async () => {
    error.value = null
    const text = body.peek().trim()
    if (!text) return refuse('body', t('err.empty'))
    const read = where.peek() === 'pages' ? readPages(pages.peek()) : { pages: [] }
    if ('wrong' in read) return refuse('pages', t('ask.pageWrong', { page: read.wrong }))
    const announce = read.pages
    try {
      const { origins } = await desk.read<SiteSettings>('/settings')
      // It begins where it is announced first, else on the site's own first page.
      const home = announce[0] ?? new URL('/', origins[0] ?? location.origin).href
      const input: CommandInput<'thread.post'> = {
        page: { key: home, url: home },
        kind: kind.peek(),
        body: text,
        announce,
      }
      const { id } = await conversation.run('thread.post', input)
      onDone()
      router.go({ room: 'inbox', thread: id })
    } catch (thrown) {
      refuse('form', explain(thrown))
    }
  }
  const errorOf = (about: string) => (error.value?.field === about ? error.value.text : null)
  return (
    <PanelForm deed={t('ask.go')} onSend={post} onCancel={onCancel}>
      <div class="field reason">
        <label for="ask-body">{t('ask.body')}</label>
        <textarea
          id="ask-body"
          rows={4}
          dir="auto"
          maxLength={BODY_MAX}
          value={body.value}
          aria-invalid={errorOf('body') ? true : undefined}
          aria-describedby="ask-body-error"
          onInput={event => {
            body.value = event.currentTarget.value
          }}
        />
        <p class="error" id="ask-body-error">
          {errorOf('body')}
        </p>
      </div>
      <fieldset class="radios">
        <legend>{t('s.kinds')}</legend>
        {kinds.map(one => (
          <label key={one}>
            <input
              type="radio"
              name="ask-kind"
              checked={kind.value === one}
              onChange={() => {
                kind.value = one
              }}
            />
            {t(KIND_WORDS[one])}
          </label>
        ))}
      </fieldset>
      <Places choices={['everywhere', 'pages']} where={where} pages={pages} error={errorOf('pages')} />
      {errorOf('form') && (
        <p class="error" role="alert">
          {errorOf('form')}
        </p>
      )}
    </PanelForm>
  )
}
