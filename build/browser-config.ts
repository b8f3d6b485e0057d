import type { InlineConfig } from 'vite'
import { mergeConfig } from 'vite'

/** What every build for a browser has in common; `own` is merged over it. */
export function browserConfig(outDir: string, own: InlineConfig): InlineConfig {
  const common: InlineConfig = {
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      // The first browsers with light-dark(), so that the style sheets are shortened but never rewritten.
      cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
      reportCompressedSize: false,
      // Minifying twice takes what it takes.
      rolldownOptions: { checks: { bundlerTimings: false } },
    },
  }
  return mergeConfig(common, own)
}
