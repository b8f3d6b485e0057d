import type { Kind } from '../../server/contract/site.ts'
import { KINDS_WORDS } from '../thread/kinds-words.ts'
import { useWidget } from '../thread/widget.ts'
import { KindIcon } from '../ui/kind-icon.tsx'

/** Written out, so that the texts come with this chunk and not with the first one. */
const starters = [
  ['question', 'starter.question'],
  ['idea', 'starter.idea'],
  ['problem', 'starter.problem'],
] as const

/** A list without rows: nobody has written, or nothing fits what was asked for. */
export const Nothing = () => {
  const { brand, conversation, formats, writing, t } = useWidget()
  const { search, site } = conversation
  const query = search.query.value
  const kind = conversation.home.kind.value
  const { status, label } = conversation.home
  const narrowed = status.value !== null || label.value !== null
  const unanswered = conversation.home.sort.value === 'unanswered'
  const { team = [], kinds = [], closed } = site.value ?? {}

  const begin = (chosen: Kind | null, text = '') => {
    const post = writing('post')
    post.kind.value = chosen
    if (text) post.text.value = text
    post.field?.focus()
  }
  const clear = () => {
    conversation.clearSearch()
    if (kind) void conversation.home.only(null)
    else if (unanswered) void conversation.home.sortBy('recent')
    if (narrowed) void conversation.home.narrow({ status: null, label: null })
  }

  if (query !== null || kind || unanswered || narrowed) {
    const title = () => {
      if (query === '') return t('empty.mine')
      if (query !== null) return t('empty.query', { query })
      if (narrowed) return t('empty.filter')
      return kind ? t('empty.kind', { kind: t(KINDS_WORDS[kind]) }) : t('empty.unanswered')
    }
    return (
      <div class="nothing">
        <p class="title">{title()}</p>
        <div class="choices">
          <button type="button" class="quiet" onClick={clear}>
            {t('list.clear')}
          </button>
          {!closed && (query || kind) && (
            <button type="button" class="quiet" onClick={() => begin(kind, query ?? '')}>
              {t('empty.post')}
            </button>
          )}
        </div>
      </div>
    )
  }
  return (
    <div class="nothing">
      <p class="title">{t('empty.title')}</p>
      {team.length > 0 && (
        <p>{t('empty.body', { n: team.length, names: formats.list(team), brand: brand.value })}</p>
      )}
      {!closed && (
        <div class="choices">
          {starters
            .filter(([starter]) => kinds.includes(starter))
            .map(([starter, text]) => (
              <button type="button" key={starter} class={starter} onClick={() => begin(starter)}>
                <span class="kind">
                  <KindIcon kind={starter} />
                </span>
                {t(text)}
              </button>
            ))}
        </div>
      )}
    </div>
  )
}
