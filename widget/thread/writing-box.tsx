import type { ComponentChildren } from 'preact'
import { useWidget } from './widget.ts'
import type { Writing } from './writing.ts'
import { isNote } from './writing.ts'

interface Props {
  writing: Writing
  label: string
  placeholder: string
  onFocus: () => void
  /** All that appears below the text once it is entered. */
  children: ComponentChildren
}

/** The text itself, from the first paint: what comes later appears below it and never moves the caret. */
export const WritingBox = ({ writing, label, placeholder, onFocus, children }: Props) => {
  const { conversation } = useWidget()
  const { target } = writing
  const wrong = writing.error.value !== ''
  return (
    <form
      class={`writing ${writing.opened.value ? 'open' : ''}`}
      aria-label={label}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        writing.send?.()
      }}
    >
      <textarea
        ref={field => {
          writing.field = field
        }}
        rows={1}
        dir="auto"
        aria-label={label}
        aria-invalid={wrong}
        aria-describedby={
          writing.opened.value ? `${target}-about${wrong ? ` ${target}-error` : ''}` : undefined
        }
        placeholder={placeholder}
        value={writing.text.value}
        onFocus={() => {
          writing.opened.value = true
          onFocus()
        }}
        onInput={event => {
          writing.text.value = event.currentTarget.value
          // Nobody outside the team learns that a note is written.
          if (!isNote(target)) conversation.typing()
        }}
        onKeyDown={event => {
          // Safari ends a composition before it tells of the key: 229 is that key.
          const composing = event.isComposing || event.keyCode === 229
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && !composing) {
            event.preventDefault()
            writing.send?.()
          }
        }}
      />
      {children}
    </form>
  )
}
