import { KIND_WORDS } from '../thread/kind-words.ts'
import { useWidget } from '../thread/widget.ts'
import type { Writing } from '../thread/writing.ts'
import { WritingDetails } from '../thread/writing-details.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'
import { Similar } from './similar.tsx'
import { suggestKind } from './suggest-kind.ts'

/** What a new post needs besides its text: a kind, suggested by the words until somebody chooses. */
export const PostDetails = ({ writing }: { writing: Writing }) => {
  const { conversation, focus, t } = useWidget()
  const kinds = conversation.site.value?.kinds ?? []
  const text = writing.text.value
  const suggested = suggestKind(text, kinds, t)
  const chosen = writing.kind.value ?? suggested ?? kinds[0] ?? 'question'
  return (
    <WritingDetails
      writing={writing}
      verb={t('composer.post')}
      onSend={(writer, body, pictures) => {
        const item = writer.post({ kind: chosen, body, pictures })
        writing.kind.value = null
        writing.opened.value = false
        focus(`title-${item.key}`)
      }}
    >
      {(text || writing.kind.value) && (
        <fieldset class="kinds">
          <legend class="sr">{t('composer.kind')}</legend>
          {kinds.map(kind => (
            <label key={kind} class={`chip ${!writing.kind.value && suggested === kind ? 'hinted' : ''}`}>
              <input
                type="radio"
                name="kind"
                value={kind}
                checked={kind === chosen}
                onChange={() => {
                  writing.kind.value = kind
                }}
              />
              <KindIcon kind={kind} />
              {t(KIND_WORDS[kind])}{' '}
              {!writing.kind.value && suggested === kind && <small>{t('composer.suggested')}</small>}
            </label>
          ))}
        </fieldset>
      )}
      <Similar writing={writing} />
    </WritingDetails>
  )
}
