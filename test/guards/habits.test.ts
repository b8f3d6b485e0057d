import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../../build/root.ts'
import { brokenLinks } from './markdown-links.ts'
import { projectFiles, projectSources, readProjectFile } from './repository.ts'
import { habitRules, longerThan } from './rules/habits.ts'
import { parseSource } from './source-file.ts'

const sources = projectSources()

describe('habits', () => {
  for (const { title, breaches, sample } of habitRules) {
    test(title, () => {
      expect(breaches(sources)).toEqual([])
    })

    test(`notices a breach of “${title}”`, () => {
      const files = Object.entries(sample).map(([path, text]) => parseSource(path, text))
      const found = breaches(files).join('\n')
      for (const path of Object.keys(sample)) expect(found).toContain(path)
    })
  }

  test('no style sheet, page or script promises work', () => {
    const promises = projectFiles('.css', '.html', '.sql', '.sh', '.yml').filter(path =>
      /\b(TODO|FIXME|XXX)\b/.test(readProjectFile(path)),
    )
    expect(promises).toEqual([])
  })

  test('files over 250 lines are few', async ({ annotate }) => {
    const long = sources.flatMap(file => longerThan(250, file))
    if (long.length > 0) await annotate(long.join('\n'), 'warning')
    expect(long.length).toBeLessThan(sources.length / 20)
  })
})

describe('links between documents', () => {
  test('lead somewhere', () => {
    const documents = projectFiles('.md').map(path => ({ path, text: readProjectFile(path) }))
    expect(brokenLinks(documents, path => existsSync(join(ROOT, path)))).toEqual([])
  })

  test('are broken without their file or their heading', () => {
    const documents = [
      {
        path: 'README.md',
        text: '[a](docs/a.md) [b](docs/b.md) [c](docs/a.md#what-is-it) [d](docs/a.md#gone)',
      },
      { path: 'docs/a.md', text: '## What is it?\n[up](../README.md) [web](https://example.com) [e](#gone)' },
    ]
    const exists = (path: string) => documents.some(document => document.path === path)
    expect(brokenLinks(documents, exists)).toEqual([
      'README.md → docs/b.md',
      'README.md → docs/a.md#gone',
      'docs/a.md → #gone',
    ])
  })
})
