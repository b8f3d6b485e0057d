import type { ComponentChildren } from 'preact'
import { SEARCH_MAX } from '../../server/contract/limits.ts'
import { useEffect, useKept, useRef } from '../signals/render.ts'
import { useWidget } from '../thread/widget.ts'
import { Icon } from '../ui/icon.tsx'
import { SEARCH } from '../ui/more-icons.ts'

/** Milliseconds after the last key. */
const QUIET = 250

/** In place of the sort: searches while one types. Escape, or leaving it empty, brings the list back. */
export const SearchField = ({ found, onClose }: { found: ComponentChildren; onClose: () => void }) => {
  const { conversation, focus, t } = useWidget()
  const field = useRef<HTMLInputElement>()
  const typing = useKept<{ timer?: ReturnType<typeof setTimeout> }>(() => ({}))

  useEffect(() => {
    field.current?.focus()
    return () => clearTimeout(typing.timer)
  }, [])
  const close = () => {
    conversation.clearSearch()
    onClose()
    focus('search')
  }
  return (
    <div class="tools">
      <label class="search">
        <Icon d={SEARCH} />
        <input
          ref={field}
          type="search"
          dir="auto"
          enterkeyhint="search"
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          maxLength={SEARCH_MAX}
          onInput={event => {
            const text = event.currentTarget.value.trim()
            clearTimeout(typing.timer)
            typing.timer = setTimeout(() => {
              if (text) void conversation.find(text)
              else conversation.clearSearch()
            }, QUIET)
          }}
          onKeyDown={event => {
            if (event.key !== 'Escape') return
            event.preventDefault()
            event.stopPropagation()
            close()
          }}
          onBlur={event => {
            if (!event.currentTarget.value) {
              conversation.clearSearch()
              onClose()
            }
          }}
        />
      </label>
      <p class="results">{found}</p>
    </div>
  )
}
