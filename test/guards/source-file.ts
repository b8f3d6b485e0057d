import { posix } from 'node:path'
import { parseSync, Visitor } from 'vite'

type Parsed = ReturnType<typeof parseSync>
type Handlers = ConstructorParameters<typeof Visitor>[0]

/** One import, re-export, dynamic import or import type. */
export interface Reference {
  /** A path from the repository's root, or a package's specifier as written. */
  readonly target: string
  /** Whether nothing of it is left when the types are gone. */
  readonly isType: boolean
  readonly isDynamic: boolean
  readonly line: number
}

export interface SourceFile {
  readonly path: string
  readonly text: string
  readonly program: Parsed['program']
  readonly comments: Parsed['comments']
  readonly references: readonly Reference[]
}

/** Parses a source given by its path from the repository's root. Throws where the syntax is broken. */
export function parseSource(path: string, text: string): SourceFile {
  const { program, comments, errors } = parseSync(path, text)
  if (errors[0]) throw new SyntaxError(`${path}: ${errors[0].message}`)
  const references: Reference[] = []
  const add = (node: { start: number; source: unknown }, isType: boolean, isDynamic = false) => {
    const specifier = literal(node.source)
    if (specifier === null) return
    references.push({
      target: resolve(path, specifier),
      isType,
      isDynamic,
      line: lineAt(text, node.start),
    })
  }
  new Visitor({
    ImportDeclaration: node => add(node, node.importKind === 'type'),
    ExportNamedDeclaration: node => add(node, node.exportKind === 'type'),
    ExportAllDeclaration: node => add(node, node.exportKind === 'type'),
    ImportExpression: node => add(node, false, true),
    TSImportType: node => add(node, true),
  }).visit(program)
  return { path, text, program, comments, references }
}

/** Every `path:line` for which one of the handlers says that the node is a breach. */
export function findNodes(
  file: SourceFile,
  handlers: (report: (node: { start: number }) => void) => Handlers,
) {
  const found: string[] = []
  new Visitor(handlers(node => found.push(`${file.path}:${lineAt(file.text, node.start)}`))).visit(
    file.program,
  )
  return found
}

export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path)
}

function resolve(from: string, specifier: string): string {
  const [path = ''] = specifier.split('?')
  if (path.startsWith('parla:messages/')) return `widget/i18n/en/${path.slice('parla:messages/'.length)}.ts`
  return path.startsWith('.') ? posix.join(posix.dirname(from), path) : path
}

function literal(node: unknown): string | null {
  const value = node && typeof node === 'object' && 'value' in node ? node.value : null
  return typeof value === 'string' ? value : null
}
