import type { InputHTMLAttributes, Ref } from 'preact'

type Plain = 'autocomplete' | 'autocapitalize' | 'spellcheck' | 'required' | 'maxlength'

interface Props extends Pick<InputHTMLAttributes<HTMLInputElement>, Plain> {
  id: string
  label: string
  type?: 'email' | 'password' | 'text' | 'url'
  hint?: string | undefined
  /** Of the word that precedes an error, for those who do not see the colour. */
  errorPrefix?: string
  error?: string | undefined
  value: string
  onInput: (value: string) => void
  inputRef?: Ref<HTMLInputElement>
}

/** A line of text with its label, hint and error. */
export const Field = ({
  id,
  label,
  type,
  hint,
  errorPrefix,
  error,
  value,
  onInput,
  inputRef,
  ...input
}: Props) => (
  <div class="field">
    <label for={id}>{label}</label>
    <input
      {...input}
      // The types want one element per kind of input.
      type={type as 'text'}
      {...(inputRef && { ref: inputRef })}
      id={id}
      dir="auto"
      value={value}
      aria-invalid={error ? true : undefined}
      aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
      onInput={event => onInput(event.currentTarget.value)}
    />
    {error && (
      <p class="error" id={`${id}-error`}>
        <span class="sr">{errorPrefix} </span>
        {error}
      </p>
    )}
    {hint && (
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
  </div>
)
