import type { AppBuild } from './app-build.ts'
import type { ChunkList } from './chunk-list.ts'

/** `dist/manifest.json`: where the browser builds lie below `dist/widget` and `dist/admin`. The server reads it. */
export interface Manifest {
  readonly widget: AppBuild
  readonly admin: AppBuild
}

/** `dist/chunks.json`: what went into each script below `dist/widget` and `dist/admin`. The size tests read it. */
export interface Chunks {
  readonly widget: ChunkList
  readonly admin: ChunkList
}
