import type { ComponentChildren } from 'preact'
import { BUBBLE } from '../../ui/bubble.ts'
import { Icon } from '../../ui/icon.tsx'
import { LOCK } from '../../ui/more-icons.ts'
import type { Mode } from '../team.ts'

interface Props {
  label: string
  mode: Mode
  options: readonly { mode: Mode; text: string; disabled?: boolean; mark?: string | false }[]
  onChoose: (mode: Mode) => void
  /** At the row's end. */
  children?: ComponentChildren
}

/** Two ways to answer that must never be mistaken for each other. */
export const ModeSwitch = ({ label, mode, options, onChoose, children }: Props) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's; these are two buttons above it
  <div class="mode-switch" role="group" aria-label={label}>
    {options.map(option => (
      <button
        key={option.mode}
        type="button"
        class={option.mode}
        aria-pressed={mode === option.mode}
        disabled={option.disabled}
        onClick={() => onChoose(option.mode)}
      >
        <Icon d={option.mode === 'note' ? LOCK : BUBBLE} />
        {option.text}
        {option.mark && <span class="mark">{option.mark}</span>}
      </button>
    ))}
    {children}
  </div>
)
