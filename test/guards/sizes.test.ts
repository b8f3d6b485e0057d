import { describe, expect, test } from 'vitest'
import { budgets, journeyFiles, realtimeChunks, widgetEntry } from './budgets.ts'
import { BuiltApp } from './built.ts'

describe('budgets', () => {
  /** One of each: what many budgets count is weighed once. */
  const apps: { [F in BuiltApp['folder']]?: BuiltApp } = {}
  for (const { title, app: folder, most, files } of budgets) {
    test(`${title}: at most ${most / 1_000} kB`, () => {
      apps[folder] ??= new BuiltApp(folder)
      const app = apps[folder]
      const weights = app.locales.map(locale => ({ locale, bytes: app.weight(...files(app, locale)) }))
      for (const { bytes } of weights) expect(bytes).toBeGreaterThan(0)
      expect(weights.filter(({ bytes }) => bytes > most)).toEqual([])
    })
  }
})

describe('the widget', () => {
  test('is on the page after three requests: the tag, one script and the snapshot', () => {
    const app = new BuiltApp('widget')
    expect(app.chunk('parla.js').imports).toEqual([])
    expect(app.text('parla.js').split('import(')).toHaveLength(2)
    for (const locale of app.locales) expect(widgetEntry(app, locale).imports).toEqual([])
  })

  test('leaves realtime to a script of its own', () => {
    const app = new BuiltApp('widget')
    for (const locale of app.locales) {
      expect(realtimeChunks(app, locale)).not.toEqual([])
      expect(realtimeChunks(app, locale)).not.toContain(widgetEntry(app, locale))
    }
  })

  test('has its large scripts compiled at once, beside the page’s own work, also with words of the page’s own', () => {
    const app = new BuiltApp('widget')
    for (const name of ['app', 'later'])
      for (const folder of app.locales.flatMap(locale => [locale, `${locale}+`]))
        expect(app.text(`${app.hash}/${folder}/${name}.js`)).toMatch(/^\/\/# allFunctionsCalledOnLoad\n\S/)
  })

  test('carries nothing of what Preact has for class components, HTML in strings, formulas and hydration', () => {
    const app = new BuiltApp('widget')
    const unused =
      /component(Did|Will)[A-Z]|getDerivedState|getSnapshot|shouldComponentUpdate|SetInnerHTML|MathML|xlink|firstChild|\.attributes/
    expect(app.chunks.map(({ file }) => file).filter(file => unused.test(app.text(file)))).toEqual([])
  })

  test('[P14] has no script for visitors that carries, imports or exports anything for the team', () => {
    const app = new BuiltApp('widget')
    const ofTeam = app.chunks.filter(({ modules }) =>
      modules.some(module => module.startsWith('widget/staff/')),
    )
    expect(ofTeam.map(({ file }) => file)).toEqual([])
    for (const locale of app.locales) {
      const own = app.chunks.filter(({ file }) => file.startsWith(`${app.hash}/${locale}/`))
      const naming = own.filter(({ file }) => app.text(file).includes('team.js'))
      // What the page's own script and the menu come to, when somebody asks to sign in.
      expect(naming.flatMap(({ modules }) => modules)).toContain('widget/host/hosting.ts')
      expect(naming).toHaveLength(1)
      expect(journeyFiles(app, locale)).not.toContain(naming[0]?.file)
      const team = app.text(`${app.hash}/${locale}/team.js`)
      expect(team.match(/\bimport\s*[\w{*"'(]/g) ?? []).toEqual([])
    }
  })

  test('is tagged by a classic script that names nothing of its own in the page', () => {
    const tag = new BuiltApp('widget').text('parla.js')
    expect(tag).toMatch(/^[(!]?(function\s*\(\)|\(\)\s*=>)\s*\{[\s\S]*\}\)?\(\)\)?;?\s*$/)
  })
})

const STOWAWAYS = [
  { what: 'library of the server', pattern: /node_modules\/(zod|kysely|markdown-it|express|pg|pino)\// },
  { what: 'code of the server but the leaf files', pattern: /^server\/(?!contract\/(limits|errors)\.ts$)/ },
  { what: 'second client of the feed', pattern: /(socket|engine)\.io-client/ },
  { what: 'compatibility layer', pattern: /preact\/compat/ },
  { what: 'preload helper', pattern: /preload-helper/ },
]

describe.each(['widget', 'admin'] as const)('the %s build', folder => {
  for (const { what, pattern } of STOWAWAYS) {
    test(`carries no ${what}`, () => {
      const modules = new BuiltApp(folder).chunks.flatMap(chunk => chunk.modules)
      expect(modules.length).toBeGreaterThan(0)
      expect(modules.filter(module => pattern.test(module))).toEqual([])
    })
  }
})
