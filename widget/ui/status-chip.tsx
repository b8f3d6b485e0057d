import { Icon } from './icon.tsx'
import { CHECK, CLOCK, DOT, MINUS, TURNING } from './icons.ts'

const looks = {
  answered: ['green', CHECK],
  review: ['gray', DOT],
  planned: ['blue', CLOCK],
  progress: ['amber', TURNING],
  shipped: ['green', CHECK],
  declined: ['gray', MINUS],
  closed: ['gray', MINUS],
} as const

/** Icon and word, never colour alone. */
export const StatusChip = ({ look, text }: { look: keyof typeof looks; text: string }) => {
  const [hue, d] = looks[look]
  return (
    <span class={`status ${hue}`}>
      <Icon d={d} />
      {text}
    </span>
  )
}
