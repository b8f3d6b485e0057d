import type { Rule } from '../rule.ts'
import { importRule, isPackage, within } from '../rule.ts'
import type { SourceFile } from '../source-file.ts'
import { findNodes, isTest } from '../source-file.ts'

/** Code that is run by developers, never by a brand: it may talk to the outside as it needs to. */
const isWorkshop = (path: string) =>
  isTest(path) || within('test', 'bench', 'build', 'cluster', 'gallery')(path) || path.endsWith('.config.ts')

/** A package that only one place in the product may import. */
function ownedBy(owner: string, packages: readonly string[]): Rule {
  return importRule({
    title: `${packages.join(', ')}: imported only in ${owner}`,
    from: path => !within(owner)(path) && !isWorkshop(path) && !within('server/testing')(path),
    forbids: reference => isPackage(reference, ...packages),
    sample: { 'server/features/votes.ts': `import ${JSON.stringify(packages[0])}` },
  })
}

function codeRule(rule: {
  title: string
  binds: (path: string) => boolean
  find: (file: SourceFile) => string[]
  sample: Rule['sample']
}): Rule {
  const breaches = (files: readonly SourceFile[]) =>
    files.filter(file => rule.binds(file.path)).flatMap(file => rule.find(file))
  return { title: rule.title, breaches, sample: rule.sample }
}

/** One owner for each foreign world. */
export const ownerRules: readonly Rule[] = [
  ownedBy('server/realtime', ['socket.io', 'redis']),
  importRule({
    title: 'socket.io: only types of it outside server/realtime/hub.ts',
    from: path => path !== 'server/realtime/hub.ts' && !isWorkshop(path),
    forbids: reference => isPackage(reference, 'socket.io') && !reference.isType,
    sample: { 'server/realtime/connection.ts': `import { Server } from 'socket.io'` },
  }),
  ownedBy('server/testing', ['socket.io-client', 'ws']),
  ownedBy('server/http', ['express']),
  ownedBy('server/store', ['better-sqlite3', 'pg']),
  ownedBy('server/mail/mailer.ts', ['nodemailer']),
  importRule({
    title: 'kysely: only types of it outside server/store',
    from: path => !within('server/store')(path) && !isWorkshop(path),
    forbids: reference => isPackage(reference, 'kysely') && !reference.isType,
    sample: { 'server/features/unit.ts': `import { sql } from 'kysely'` },
  }),
  codeRule({
    title: 'process.env: read only in server/main.ts',
    binds: path => path !== 'server/main.ts' && !isWorkshop(path),
    find: file =>
      findNodes(file, report => ({
        MemberExpression(node) {
          if (isName(node.object, 'process') && memberName(node) === 'env') report(node)
        },
        ImportSpecifier(node) {
          if (isName(node.imported, 'env')) report(node)
        },
      })),
    sample: {
      'server/config.ts': 'export const port = process.env.PORT',
      'server/lib/a.ts': `import { env } from 'node:process'`,
    },
  }),
  codeRule({
    title: 'the time: asked only of server/lib/clock.ts by the server',
    binds: path => within('server')(path) && path !== 'server/lib/clock.ts' && !isTest(path),
    find: file =>
      findNodes(file, report => ({
        MemberExpression(node) {
          if (isName(node.object, 'Date') && memberName(node) === 'now') report(node)
        },
        NewExpression(node) {
          if (isName(node.callee, 'Date') && node.arguments.length === 0) report(node)
        },
      })),
    sample: {
      'server/features/a.ts': 'export const at = () => Date.now()',
      'server/features/b.ts': 'export const at = () => new Date()',
    },
  }),
]

function isName(node: { type: string; name?: unknown }, name: string): boolean {
  return node.type === 'Identifier' && node.name === name
}

function memberName(node: { property: { type: string; name?: unknown; value?: unknown } }): unknown {
  return node.property.type === 'Literal' ? node.property.value : node.property.name
}
