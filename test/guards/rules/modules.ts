import type { Rule } from '../rule.ts'
import { importRule, isPackage } from '../rule.ts'
import type { SourceFile } from '../source-file.ts'
import { isTest, lineAt } from '../source-file.ts'

type Statement = SourceFile['program']['body'][number]

/** A rule about the statements at the top of a module. */
function statementRule(rule: {
  title: string
  binds: (path: string) => boolean
  forbids: (statement: Statement) => boolean
  sample: Rule['sample']
}): Rule {
  const breaches = (files: readonly SourceFile[]) =>
    files
      .filter(file => rule.binds(file.path))
      .flatMap(({ path, text, program }) =>
        program.body.filter(rule.forbids).map(statement => `${path}:${lineAt(text, statement.start)}`),
      )
  return { title: rule.title, breaches, sample: rule.sample }
}

/** How a module of ours is made. */
export const moduleRules: readonly Rule[] = [
  {
    title: 'no import leads back to where it came from',
    breaches: findCycles,
    sample: {
      'server/a.ts': `import { b } from './b.ts'`,
      'server/b.ts': `import { c } from './c.ts'`,
      'server/c.ts': `import type { A } from './a.ts'`,
    },
  },
  {
    title: 'no file only passes on what others export',
    breaches: files =>
      files
        .filter(({ program }) => program.body.length > 0 && program.body.every(isReExport))
        .map(({ path }) => path),
    sample: { 'widget/ui/all.ts': `export { Button } from './button.tsx'\nexport * from './dialog.tsx'` },
  },
  statementRule({
    title: 'only configuration files have default exports',
    binds: path => !path.endsWith('.config.ts') && !path.endsWith('.d.ts'),
    forbids: statement =>
      statement.type === 'ExportDefaultDeclaration' ||
      (statement.type === 'ExportNamedDeclaration' &&
        statement.specifiers.some(({ exported }) => 'name' in exported && exported.name === 'default')),
    sample: {
      'server/a.ts': 'export default function a() {}',
      'server/b.ts': `const b = 1\nexport { b as default }`,
    },
  }),
  statementRule({
    title: 'no module keeps a variable',
    binds: path => !isTest(path) && !path.endsWith('.d.ts'),
    forbids: statement => {
      const inner = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
      return inner?.type === 'VariableDeclaration' && (inner.kind === 'let' || inner.kind === 'var')
    },
    sample: { 'server/a.ts': 'let count = 0', 'server/b.ts': 'export let count = 0' },
  }),
  importRule({
    title: 'nothing imports preact/compat',
    from: () => true,
    forbids: reference => isPackage(reference, 'preact/compat', 'react', 'react-dom'),
    sample: { 'widget/ui/a.tsx': `import { memo } from 'preact/compat'` },
  }),
  {
    title: 'the tag carries no package with it',
    breaches: files => tagPackages(files),
    sample: {
      'widget/embed.ts': `import { read } from './embed-options.ts'\nimport 'preact'`,
      'widget/embed-options.ts': `import { useState } from 'preact/hooks'`,
    },
  },
]

function isReExport(statement: Statement): boolean {
  return (
    statement.type === 'ExportAllDeclaration' ||
    (statement.type === 'ExportNamedDeclaration' && statement.source !== null)
  )
}

/** Each cycle once, by a depth-first walk that keeps its way. */
function findCycles(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map(file => [file.path, file]))
  const finished = new Set<string>()
  const cycles: string[] = []
  const visit = (path: string, way: readonly string[]) => {
    if (way.includes(path)) cycles.push([...way.slice(way.indexOf(path)), path].join(' → '))
    if (finished.has(path) || way.includes(path)) return
    for (const { target, isDynamic } of byPath.get(path)?.references ?? []) {
      if (!isDynamic) visit(target, [...way, path])
    }
    finished.add(path)
  }
  for (const path of byPath.keys()) visit(path, [])
  return cycles
}

/** Packages reached from the tag by static value imports. */
function tagPackages(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map(file => [file.path, file]))
  const reached = new Set(['widget/embed.ts'])
  const breaches: string[] = []
  for (const path of reached) {
    for (const { target, isType, isDynamic, line } of byPath.get(path)?.references ?? []) {
      if (isType || isDynamic) continue
      if (/^[\w.-]+\//.test(target) && byPath.has(target)) reached.add(target)
      else breaches.push(`${path}:${line} imports ${target}`)
    }
  }
  return breaches
}
