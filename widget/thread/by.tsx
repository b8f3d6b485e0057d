import type { ComponentChildren } from 'preact'
import type { PersonRef } from '../../server/contract/person.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Ago } from './ago.tsx'
import { Badge } from './badge.tsx'
import { useWidget } from './widget.ts'

interface Props {
  author: PersonRef
  at: number
  /** Id of the message, once it was edited. */
  edited?: string | null | undefined
  /** Of the name. */
  id?: string | undefined
  /** Whoever began the thread. */
  asker?: boolean | undefined
  /** At the line's end. */
  children?: ComponentChildren
}

/** Who wrote something, and when. */
export const By = ({ author, at, edited, id, asker, children }: Props) => {
  const widget = useWidget()
  const { t } = widget
  return (
    <div class="by">
      <Avatar {...author} />
      <bdi class="name" id={id}>
        {author.name}
      </bdi>
      {author.staff && <Badge name={author.name} />}
      {author.label && <small>{t('staff.visitor')}</small>}
      {asker && !author.staff && <small>{t('staff.author')}</small>}
      <Ago at={at} />
      {edited && (
        <button
          type="button"
          class="link"
          title={t('thread.history')}
          onClick={() => {
            void widget.want(async () => (await import('./deeds.ts')).deeds.showHistory(widget, edited))
          }}
        >
          {t('thread.edited')}
        </button>
      )}
      {children}
    </div>
  )
}
