import type { CommandInput } from '../../../server/contract/commands.ts'
import { ANNOUNCE_PAGES_MAX, BODY_MAX, KINDS } from '../../../server/contract/limits.ts'
import type { SiteSettings } from '../../../server/contract/settings.ts'
import type { Kind } from '../../../server/contract/site.ts'
import { useEffect, useRef, useSignal } from '../../signals/render.ts'
import { useTeam } from '../team.ts'

/** The address of a page without its fragment; null for what is none. */
const pageOf = (line: string): string | null => {
  if (!URL.canParse(line) || !/^https?:\/\//.test(line)) return null
  const url = new URL(line)
  url.hash = ''
  return url.href
}

/** A conversation that the team begins: an ordinary one, announced on the pages it names, or on all. */
export const AskForm = ({ onCancel, onDone }: { onCancel: () => void; onDone: () => void }) => {
  const { conversation, desk, explain, router, t } = useTeam()
  const kinds = conversation.site.value?.kinds ?? KINDS
  const kind = useSignal<Kind>(kinds[0] ?? 'question')
  const body = useSignal('')
  const named = useSignal(false)
  const pages = useSignal('')
  const error = useSignal<{ field: 'body' | 'pages' | 'form'; text: string } | null>(null)
  const busy = useSignal(false)
  const field = useRef<HTMLTextAreaElement>()
  useEffect(() => field.current?.focus(), [])

  const refuse = (about: 'body' | 'pages' | 'form', text: string) => {
    error.value = { field: about, text }
    document.getElementById(`ask-${about}`)?.focus()
  }
  const post = async () => {
    if (busy.peek()) return
    error.value = null
    const text = body.peek().trim()
    if (!text) return refuse('body', t('err.empty'))
    const lines = named.peek()
      ? pages
          .peek()
          .split('\n')
          .map(line => line.trim())
          .filter(Boolean)
      : []
    const wrong = lines.find(line => pageOf(line) === null)
    if (wrong !== undefined || (named.peek() && !lines.length))
      return refuse('pages', t('ask.pageWrong', { page: wrong ?? '–' }))
    busy.value = true
    try {
      const announce = [...new Set(lines.flatMap(line => pageOf(line) ?? []))].slice(0, ANNOUNCE_PAGES_MAX)
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
    } finally {
      busy.value = false
    }
  }
  const errorOf = (about: string) => (error.value?.field === about ? error.value.text : null)
  return (
    <form
      class="panel-form"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void post()
      }}
    >
      <div class="field reason">
        <label for="ask-body">{t('ask.body')}</label>
        <textarea
          id="ask-body"
          ref={field}
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
            {t(`kind.${one}`)}
          </label>
        ))}
      </fieldset>
      <fieldset class="radios">
        <legend>{t('ask.where')}</legend>
        <label>
          <input
            type="radio"
            name="ask-where"
            checked={!named.value}
            onChange={() => {
              named.value = false
            }}
          />
          {t('ask.everywhere')}
        </label>
        <label>
          <input
            type="radio"
            name="ask-where"
            checked={named.value}
            onChange={() => {
              named.value = true
            }}
          />
          {t('ask.pages')}
        </label>
        {named.value && (
          <textarea
            id="ask-pages"
            class="ask-pages"
            dir="ltr"
            rows={3}
            spellcheck={false}
            aria-label={t('ask.pages')}
            aria-invalid={errorOf('pages') ? true : undefined}
            aria-describedby="ask-pages-error"
            value={pages.value}
            onInput={event => {
              pages.value = event.currentTarget.value
            }}
          />
        )}
        <p class="error" id="ask-pages-error">
          {errorOf('pages')}
        </p>
      </fieldset>
      {errorOf('form') && (
        <p class="error" role="alert">
          {errorOf('form')}
        </p>
      )}
      <div class="send">
        <button type="button" class="quiet" onClick={onCancel}>
          {t('s.cancel')}
        </button>
        <button type="submit" class="main" aria-disabled={busy.value}>
          {t('ask.go')}
        </button>
      </div>
    </form>
  )
}
