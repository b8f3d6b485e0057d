import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { BUBBLE } from '../ui/bubble.ts'
import { Icon } from '../ui/icon.tsx'

interface Props {
  title: string
  why?: string | undefined
  children?: ComponentChildren
}

/** What is seen before anybody is in. */
export const Door = ({ title, why, children }: Props) => {
  useEffect(() => {
    document.title = `${title} · Parla`
  }, [title])
  return (
    <main class="door">
      <p class="wordmark">
        <span class="tile">
          <Icon d={BUBBLE} />
        </span>
        Parla
      </p>
      <section class="door-card" aria-labelledby="door-title">
        <h1 id="door-title">{title}</h1>
        {why && <p class="why">{why}</p>}
        {children}
      </section>
    </main>
  )
}
