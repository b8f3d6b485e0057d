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
  const { brand, config, conversation, focus, formats, writing, t } = useWidget()
  const { home, search, site } = conversation
  const query = search.query.value
  const { kind, status, label, scope, sort } = home.choice.value
  // A page that has its own list only was not chosen by anybody.
  const paged = scope !== config.scope && scope === 'page'
  const unanswered = sort === 'unanswered'
  const { team = [], kinds = [], closed } = site.value ?? {}

  const begin = (chosen: Kind | null, text = '') => {
    const post = writing('post')
    post.kind.value = chosen
    if (text) post.text.value = text
    post.field?.focus()
  }
  const clear = () => {
    conversation.clearSearch()
    void home.choose({
      kind: null,
      status: null,
      label: null,
      scope: paged ? 'site' : scope,
      sort: unanswered ? 'recent' : sort,
    })
    // What was pressed gives way to the list.
    focus('all')
  }
  const why = () => {
    if (query !== null) return query ? t('empty.query', { query }) : t('empty.mine')
    if (status || label || paged) return t('empty.filter')
    return kind ? t('empty.kind', { kind: t(KINDS_WORDS[kind]) }) : unanswered && t('empty.unanswered')
  }
  const title = why()

  if (title) {
    return (
      <div class="nothing">
        <p class="title">{title}</p>
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
