import { posix, relative } from 'node:path'
import type { build } from 'vite'
import { ROOT } from './root.ts'

/** One built script: which sources it carries and which other scripts it needs before, or may load after, it runs. */
export interface Chunk {
  readonly file: string
  readonly isEntry: boolean
  /** Paths from the repository's root that contributed code. */
  readonly modules: readonly string[]
  readonly imports: readonly string[]
  readonly dynamicImports: readonly string[]
}

export type ChunkList = readonly Chunk[]

type BuildOutput = Awaited<ReturnType<typeof build>>

/** The scripts of a finished build; file names are given below `folder`. */
export function bundledChunks(output: BuildOutput, folder: string): ChunkList {
  if ('on' in output) throw new Error('A watching build has no output to list')
  const below = (file: string) => posix.join(folder, file)
  return [output]
    .flat()
    .flatMap(bundle => bundle.output)
    .filter(file => file.type === 'chunk')
    .map(chunk => ({
      file: below(chunk.fileName),
      isEntry: chunk.isEntry,
      modules: Object.entries(chunk.modules)
        .filter(([, module]) => module.renderedLength > 0)
        .map(([id]) => relative(ROOT, id)),
      imports: chunk.imports.map(below),
      dynamicImports: chunk.dynamicImports.map(below),
    }))
}
