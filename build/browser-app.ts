import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { InlineConfig, Plugin } from 'vite'
import { build } from 'vite'
import { LOCALES } from '../server/contract/limits.ts'
import type { AppBuild } from './app-build.ts'
import { atOnce } from './at-once.ts'
import { browserConfig } from './browser-config.ts'
import type { ChunkList } from './chunk-list.ts'
import { bundledChunks } from './chunk-list.ts'
import { contentHash } from './content-hash.ts'
import { fillFolder, fillMarks, fillWithOwn } from './fill-marks.ts'
import { messages } from './messages-plugin.ts'
import { shrink } from './shrink.ts'
import { textMarks } from './text-marks.ts'
import type { Texts } from './texts.ts'
import { readTexts } from './texts.ts'

/** `source` is built to `<folder>/<hash>/<locale>/<name>.js`. */
interface BrowserApp {
  readonly name: string
  readonly source: string
  /** Scripts beside it that share nothing with it, by name. */
  readonly more?: Readonly<Record<string, string>>
  /** Whole apps beside it, each one script that shares nothing with it: what visitors load exports nothing for them. */
  readonly apart?: Readonly<Record<string, string>>
  /** Also built so that a page can put words of its own in the place of any text: at `<folder>/<hash>/<locale>+`. */
  readonly ownTexts?: boolean
  readonly folder: string
  /** Scripts of which most is wanted soon after they are there, by name. */
  readonly whole?: readonly string[]
  /** Properties' names to shorten. */
  readonly names?: ReadonlyMap<string, string>
  /** Besides what every app is built with. */
  readonly plugins?: readonly Plugin[]
}

/**
 * Builds the app once and writes it once per locale, each a complete set of modules beside each other: the entry, its
 * style sheet if it imports one, and a file per lazy chunk. All locales share one content hash, so they need one
 * address only.
 */
export async function buildBrowserApp(app: BrowserApp): Promise<{ built: AppBuild; chunks: ChunkList }> {
  const marked = join(app.folder, 'marked')
  const staged = join(app.folder, 'staged')
  const catalogues = await Promise.all(LOCALES.map(readTexts))
  const output = await build(appConfig(app, marked, longest(catalogues)))
  for (const [name, source] of Object.entries(app.more ?? {})) await buildAlone(name, source, marked)
  for (const [name, source] of Object.entries(app.apart ?? {}))
    await build(apartConfig(name, source, app, marked, longest(catalogues)))
  mkdirSync(staged)
  for (const [at, locale] of LOCALES.entries()) {
    const texts = catalogues[at] as Texts
    fillFolder(marked, join(staged, locale), texts)
    if (app.ownTexts) fillFolder(marked, join(staged, `${locale}+`), texts, fillWithOwn)
  }
  rmSync(marked, { recursive: true })
  const built = { hash: contentHash(staged), locales: LOCALES }
  renameSync(staged, join(app.folder, built.hash))
  const chunks = LOCALES.flatMap(locale => bundledChunks(output, `${built.hash}/${locale}`))
  return { built, chunks }
}

/** What takes most bytes decides what is written short: all locales have the same script. */
const longest = (catalogues: readonly Texts[]): Texts => {
  const size = (texts: Texts) => Buffer.byteLength(JSON.stringify(texts))
  return catalogues.reduce((most, texts) => (size(texts) > size(most) ? texts : most))
}

/** A script that shares nothing with the others: as one more entry it would make them share what bundles need. */
const buildAlone = (name: string, source: string, folder: string) =>
  build(
    browserConfig(folder, {
      plugins: [shrink()],
      build: { lib: { entry: source, formats: ['es'], fileName: () => `${name}.js` } },
    }),
  )

/** The automatic runtime would bring a module of its own that does what h() does. */
const oxc: NonNullable<InlineConfig['oxc']> = {
  jsx: { runtime: 'classic', pragma: 'draw', pragmaFrag: 'Together' },
  jsxInject: `import { h as draw, Fragment as Together } from 'preact'`,
}

/** With the same short names: what one hands to the other is called alike in both. */
const apartConfig = (
  name: string,
  source: string,
  { names, plugins = [] }: BrowserApp,
  outDir: string,
  texts: Texts,
): InlineConfig =>
  browserConfig(outDir, {
    // It draws in a root of its own, so that it may call the style sheets' properties as it likes.
    plugins: [messages(), textMarks(), atOnce(), ...plugins, shrink(names, code => fillMarks(code, texts))],
    oxc,
    build: {
      lib: { entry: { [name]: source }, formats: ['es'] },
      rolldownOptions: {
        optimization: { inlineConst: true },
        output: { minify: true, entryFileNames: '[name].js', codeSplitting: false },
      },
    },
  })

function appConfig(app: BrowserApp, outDir: string, texts: Texts): InlineConfig {
  return browserConfig(outDir, {
    plugins: [
      messages(),
      textMarks(),
      ...(app.plugins ?? []),
      shrink(app.names, code => fillMarks(code, texts), app.whole),
    ],
    oxc,
    build: {
      // A library build: dynamic imports stay bare and relative to the chunk that makes them, without Vite's preload helper.
      lib: { entry: { [app.name]: app.source }, formats: ['es'], cssFileName: app.name },
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        // Numbers need no names that one script gives to another.
        optimization: { inlineConst: true },
        output: {
          minify: true,
          // Nobody asks one of these modules what it is.
          generatedCode: { symbols: false },
          entryFileNames: '[name].js',
          chunkFileNames: '[name].js',
          // What lazy chunks share with the entry stays in the entry, so that starting costs one request.
          // What comes after reading is one part: model and drawing compress better together than apart.
          codeSplitting: {
            groups: [
              { name: app.name, test: id => id.endsWith(`/${app.source}`), priority: 2 },
              { name: 'later', test: /widget\/(model|visitor)\/later\.ts$/, priority: 1 },
            ],
          },
        },
      },
    },
  })
}
