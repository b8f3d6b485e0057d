import type { ReplyItem } from '../model/types.ts'
import { Icon } from '../ui/icon.tsx'
import { CHECK } from '../ui/icons.ts'
import { TextTree } from '../ui/text-tree.tsx'
import { Accept } from './accept.tsx'
import { By } from './by.tsx'
import { Vote } from './vote.tsx'
import { useWidget } from './widget.ts'

/** The answer, on top; both facts about it, whoever stated them. */
export const AnswerCard = ({ item, asker, inFlow }: { item: ReplyItem; asker: string; inFlow: boolean }) => {
  const { focus, tools, t } = useWidget()
  const { author, body, language, accepted, official, createdAt, votes } = item.row.value
  const title = t(official ? 'answer.byTeam' : 'answer.chosen')
  return (
    <section class="highlight" id="answer" tabIndex={-1} aria-label={title}>
      <p class="label">
        <Icon d={CHECK} />
        {title}
      </p>
      <By author={author} at={createdAt} id="answer-by" />
      <TextTree tree={body} lang={language} />
      {accepted && <p class="hint">{t.parts('answer.accepted', { name: <bdi>{asker}</bdi> })}</p>}
      <div class="actions">
        {(votes > 0 || item.can.value.includes('vote')) && <Vote item={item} about="answer-by" />}
        <Accept item={item} asks={official} />
        {inFlow && (
          <button type="button" class="bare" onClick={() => focus(`reply-${item.key}`)}>
            {t('answer.jump')}
          </button>
        )}
        {tools.reply?.(item)}
      </div>
    </section>
  )
}
