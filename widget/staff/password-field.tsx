import type { ComponentProps } from 'preact'
import { useSignal } from '../signals/render.ts'
import { Field } from '../ui/field.tsx'

interface Props extends Omit<ComponentProps<typeof Field>, 'type' | 'children'> {
  show: string
}

/** What is typed can be looked at, so that it need not be typed twice. */
export const PasswordField = ({ show, ...field }: Props) => {
  const shown = useSignal(false)
  return (
    <div class="password">
      <Field {...field} type={shown.value ? 'text' : 'password'} spellcheck={false} autocapitalize="off" />
      <label class="tick">
        <input
          type="checkbox"
          checked={shown.value}
          onChange={event => {
            shown.value = event.currentTarget.checked
          }}
        />
        {show}
      </label>
    </div>
  )
}
