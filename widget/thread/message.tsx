import type { ComponentChildren } from 'preact'
import type { Tree } from '../../server/contract/text.ts'
import { useSignal } from '../signals/render.ts'
import { TextTree } from '../ui/text-tree.tsx'
import { useChunk } from '../ui/use-chunk.ts'
import { By } from './by.tsx'
import { MessageMenu } from './message-menu.tsx'
import { MessageState } from './message-state.tsx'
import type { AnyItem } from './widget.ts'
import { useWidget } from './widget.ts'

interface Props {
  item: AnyItem
  /** Null until loaded. */
  body: Tree | null
  /** What comes after `#parla-` in its link, before its own id. */
  link?: string
  /** Whoever began the thread wrote it. */
  asker?: boolean | undefined
  /** Of its author's name. */
  id?: string | undefined
  /** Between author and text. */
  children?: ComponentChildren
}

/** Who wrote it and what, with all that its author may do about it. */
export const Message = ({ item, body, link = '', id, asker, children }: Props) => {
  const { focus } = useWidget()
  const editing = useSignal(false)
  const unfolded = useSignal(false)
  const { author, createdAt, editedAt, language } = item.row.value
  const folded = item.own.value.reported && !unfolded.value
  const { images } = item.row.value
  const pictures = useChunk(() => import('./pictures.tsx'), Boolean(images) && !folded)
  const edit = useChunk(() => import('./edit-form.tsx'), editing.value)
  const instead = useChunk(() => import('./instead.ts'), folded)?.instead
  return (
    <>
      <By
        author={author}
        at={createdAt}
        edited={editedAt !== null ? item.id.value : null}
        id={id}
        asker={asker}
      >
        {item.id.value && (
          <MessageMenu
            item={item}
            link={link + item.id.value}
            onEdit={() => {
              editing.value = true
            }}
          />
        )}
      </By>
      {children}
      {editing.value && edit ? (
        <edit.Editing
          item={item}
          onDone={() => {
            editing.value = false
            focus(`menu-${item.key}`)
          }}
        />
      ) : (
        !folded && body && <TextTree tree={body} lang={language ?? undefined} />
      )}
      {images && !folded && <div class="pictures">{pictures && <pictures.Pictures item={item} />}</div>}
      {folded && instead && <instead.Folded next={`menu-${item.key}`} shown={unfolded} />}
      <MessageState item={item} />
    </>
  )
}
