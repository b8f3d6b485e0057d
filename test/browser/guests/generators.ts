import { execFile } from 'node:child_process'
import { cpSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ROOT } from '../../../build/root.ts'

const WANTED = join(ROOT, 'test/guests')
/** Not among the project's own files, and gone with the next installation. */
const INSTALLED = join(ROOT, 'node_modules/.guests')
const MODULES = join(INSTALLED, 'node_modules')
const MINUTES = 60_000

const run = promisify(execFile)

/** Installs the generators from the registry, where that has not been done since their versions changed. */
export async function installGenerators(): Promise<void> {
  const changedAt = (path: string) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (changedAt(join(MODULES, '.package-lock.json')) >= changedAt(join(WANTED, 'package-lock.json'))) return
  cpSync(WANTED, INSTALLED, { recursive: true })
  // None of them needs what its packages run at installation.
  await run('npm', ['ci', '--ignore-scripts'], { cwd: INSTALLED, timeout: 5 * MINUTES })
}

/** A site that a generator makes by default, with the widget put in as its documentation would have one do. */
export interface Generator {
  name: string
  /** Makes the site in an empty folder; `tag` gives the widget's tag. Answers the folder to serve. */
  make(folder: string, tag: (attributes?: string) => string): Promise<string>
}

const node = (folder: string, script: string, ...args: string[]) =>
  run(process.execPath, [join(MODULES, script), ...args], { cwd: folder, timeout: 3 * MINUTES })

/** Changes a file by replacing something that has to be there. */
function amend(path: string, what: string | RegExp, by: string): void {
  const text = readFileSync(path, 'utf8')
  const amended = text.replace(what, () => by)
  if (amended === text) throw new Error(`${path} has no ${what}`)
  writeFileSync(path, amended)
}

const append = (path: string, text: string) => writeFileSync(path, `${readFileSync(path, 'utf8')}\n${text}\n`)

/** Pages that a script changes without loading: the tag stands in the head of all, its place on two of them. */
const vitepress: Generator = {
  name: 'VitePress',
  async make(folder, tag) {
    symlinkSync(MODULES, join(folder, 'node_modules'))
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    await run(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import { scaffold, ScaffoldThemeType } from 'vitepress'
         scaffold({ root: '.', title: 'Lume', description: 'Lamps', theme: ScaffoldThemeType.Default, useTs: false, injectNpmScripts: false })`,
      ],
      { cwd: folder },
    )
    const head = `head: [['script', ${JSON.stringify(attributesOf(tag('data-target="#talk"')))}]],`
    amend(join(folder, '.vitepress/config.js'), 'defineConfig({', `defineConfig({ ${head}`)
    for (const page of ['api-examples.md', 'markdown-examples.md'])
      append(join(folder, page), '<div id="talk"></div>')
    await node(folder, 'vitepress/bin/vitepress.js', 'build', '.')
    return join(folder, '.vitepress/dist')
  },
}

/** Pages of the old kind, with jQuery and a style sheet for everything: the tag stands in a post. */
const hexo: Generator = {
  name: 'Hexo',
  async make(folder, tag) {
    cpSync(join(MODULES, 'hexo-cli/assets'), folder, { recursive: true })
    symlinkSync(MODULES, join(folder, 'node_modules'))
    const { dependencies } = JSON.parse(readFileSync(join(WANTED, 'package.json'), 'utf8'))
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ name: 'hexo-site', hexo: { version: '' }, dependencies }),
    )
    append(join(folder, 'source/_posts/hello-world.md'), tag())
    await node(folder, 'hexo/bin/hexo', 'generate')
    return join(folder, 'public')
  },
}

/** Pages made in the browser, told apart by what follows the `#`: the tag stands at the end of the only document. */
const docsify: Generator = {
  name: 'docsify',
  async make(folder, tag) {
    await node(folder, 'docsify-cli/bin/docsify', 'init', 'docs', '--no-plugins')
    const docs = join(folder, 'docs')
    // What it would fetch from elsewhere is here already.
    cpSync(join(MODULES, 'docsify/lib'), join(docs, 'vendor'), { recursive: true })
    amend(join(docs, 'index.html'), '//cdn.jsdelivr.net/npm/docsify@4/lib/', 'vendor/')
    amend(join(docs, 'index.html'), '//cdn.jsdelivr.net/npm/docsify@4', 'vendor/docsify.min.js')
    append(join(docs, 'README.md'), '[Guide](guide.md)')
    writeFileSync(join(docs, 'guide.md'), '# Guide\n\n[Home](/)\n')
    amend(join(docs, 'index.html'), '</body>', `${tag('data-mode="launcher"')}</body>`)
    return docs
  },
}

export const GENERATORS = { vitepress, hexo, docsify }

/** A tag's attributes as VitePress wants to have them. */
function attributesOf(tag: string): Record<string, string> {
  const found = [...tag.replace('</script>', '').matchAll(/([\w-]+)(?:="([^"]*)")?(?=[\s>])/g)].slice(1)
  return Object.fromEntries(found.map(([, name, value = '']) => [name, value]))
}
