import { build } from 'vite'
import type { AppBuild } from './app-build.ts'
import { browserConfig } from './browser-config.ts'
import type { ChunkList } from './chunk-list.ts'
import { bundledChunks } from './chunk-list.ts'
import { shrink } from './shrink.ts'

/** Builds the script tag: one classic script that names nothing in the page's global scope and knows where `apps` lie. */
export async function buildTag(source: string, folder: string, apps: AppBuild): Promise<ChunkList> {
  const output = await build(
    browserConfig(folder, {
      plugins: [shrink()],
      define: { __PARLA_APPS__: JSON.stringify(apps) },
      build: {
        lib: { entry: source, formats: ['iife'], name: 'unused', fileName: () => 'parla.js' },
        rolldownOptions: { output: { exports: 'none' } },
      },
    }),
  )
  return bundledChunks(output, '.')
}
