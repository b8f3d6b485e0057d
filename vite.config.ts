import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vite'
import { buildForBrowsers } from './build/browser-builds.ts'
import { ROOT } from './build/root.ts'

const OUTPUT = join(ROOT, 'dist')
// Built aside and moved into place when complete: a failed build leaves the last good one, a running server never sees half.
const staging = `${OUTPUT}.${process.pid}`

export default defineConfig({
  root: ROOT,
  logLevel: 'warn',
  build: {
    ssr: 'server/main.ts',
    outDir: join(staging, 'server'),
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' } },
  },
  builder: {
    async buildApp(builder) {
      try {
        await buildForBrowsers(staging)
        const server = builder.environments.ssr
        if (server) await builder.build(server)
        rmSync(OUTPUT, { recursive: true, force: true })
        renameSync(staging, OUTPUT)
      } finally {
        rmSync(staging, { recursive: true, force: true })
      }
    },
  },
})
