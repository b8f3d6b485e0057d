import type { ReplyItem } from '../../model/types.ts'
import { By } from '../../thread/by.tsx'
import { TextTree } from '../../ui/text-tree.tsx'
import { useCrew } from '../team.ts'

/** As many are shown; the rest is in the thread. */
const SHOWN = 3

/** What others have said in public since the text below was begun. */
export const Newer = ({ replies }: { replies: readonly ReplyItem[] }) => {
  const { t } = useCrew()
  if (!replies.length) return null
  return (
    <section class="newer" aria-label={t('s.newer', { n: replies.length })}>
      <p class="newer-title">{t('s.newer', { n: replies.length })}</p>
      {replies.slice(-SHOWN).map(({ key, row }) => (
        <article key={key}>
          <By author={row.value.author} at={row.value.createdAt} />
          <TextTree tree={row.value.body} />
        </article>
      ))}
    </section>
  )
}
