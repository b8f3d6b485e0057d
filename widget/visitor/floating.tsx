import type { ComponentChildren } from 'preact'
import { useWidget } from '../thread/widget.ts'
import { useChunk } from '../ui/use-chunk.ts'
import { Launcher } from './launcher.tsx'

/** The launcher as visitors have it; the team's does without what comes later. */
export const Floating = ({ children }: { children: ComponentChildren }) => {
  const { phase } = useWidget().conversation
  const later = useChunk(() => import('./standing-by.tsx'), phase.value !== 'loading')
  return <Launcher Beside={later?.StandingBy}>{children}</Launcher>
}
