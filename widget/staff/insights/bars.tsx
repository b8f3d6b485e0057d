import type { ComponentChildren } from 'preact'

export interface Bar {
  key: string
  name: ComponentChildren
  value: number
  /** What stands at the end of the bar. */
  said: string
  extra?: ComponentChildren
  colour: string
}

/** Bars one under the other, each with its name and value beside it. */
export const Bars = ({ bars }: { bars: readonly Bar[] }) => {
  const most = Math.max(1, ...bars.map(bar => bar.value))
  return (
    <ul class="bars">
      {bars.map(({ key, name, value, said, extra, colour }) => (
        <li key={key}>
          <span class="bar-name" dir="auto">
            {name}
          </span>
          <span class="bar-line">
            <span
              class="bar-fill"
              style={{ inlineSize: `${(value / most) * 100}%`, backgroundColor: colour }}
              aria-hidden="true"
            />
            <span class="bar-value">{said}</span>
            {extra}
          </span>
        </li>
      ))}
    </ul>
  )
}
