import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { inject } from 'vitest'
import type { Chunk } from '../../build/chunk-list.ts'
import type { Chunks, Manifest } from '../../build/manifest.ts'
import { ROOT } from '../../build/root.ts'
import { brotliParams, DISTANCES } from '../../server/http/encodings.ts'

/** The finished build of one browser app, below `dist/widget` or `dist/admin`. */
export class BuiltApp {
  readonly folder: keyof Chunks
  readonly hash: string
  readonly locales: readonly string[]
  readonly chunks: readonly Chunk[]
  readonly #weights = new Map<string, number>()

  constructor(folder: keyof Chunks) {
    const failure = inject('buildFailure')
    if (failure) throw new Error(`The build failed: ${failure}`)
    const { hash, locales } = readJson<Manifest>('manifest.json')[folder]
    this.folder = folder
    this.hash = hash
    this.locales = locales
    this.chunks = readJson<Chunks>('chunks.json')[folder]
  }

  chunk(file: string): Chunk {
    const found = this.chunks.find(chunk => chunk.file === file)
    if (!found) throw new Error(`dist/${this.folder} has no ${file}`)
    return found
  }

  /** What a browser fetches to run a script: itself and all it imports before it starts. */
  neededBy(chunk: Chunk): Set<Chunk> {
    return this.reachedFrom(chunk, reached => reached.imports)
  }

  /** What may ever be fetched after a script has started, lazy chunks included, short of those that `isBarred`. */
  everReachedFrom(chunk: Chunk, isBarred: (chunk: Chunk) => boolean): Set<Chunk> {
    return this.reachedFrom(chunk, ({ imports, dynamicImports }) =>
      [...imports, ...dynamicImports].filter(file => !isBarred(this.chunk(file))),
    )
  }

  /** Compressed as the server does what it makes once. */
  #weightOf(file: string): number {
    const known = this.#weights.get(file)
    if (known !== undefined) return known
    const bytes = readFileSync(this.path(file))
    const forms = DISTANCES.map(way => brotliCompressSync(bytes, { params: brotliParams(bytes, 11, way) }))
    const weight = Math.min(...forms.map(({ length }) => length))
    this.#weights.set(file, weight)
    return weight
  }

  /** Bytes of these files, each compressed by itself. */
  weight(...files: string[]): number {
    return files.map(file => this.#weightOf(file)).reduce((sum, bytes) => sum + bytes, 0)
  }

  has(file: string): boolean {
    return existsSync(this.path(file))
  }

  text(file: string): string {
    return readFileSync(this.path(file), 'utf8')
  }

  private path(file: string): string {
    return join(ROOT, 'dist', this.folder, file)
  }

  private reachedFrom(start: Chunk, next: (chunk: Chunk) => readonly string[]): Set<Chunk> {
    const reached = new Set([start])
    for (const chunk of reached) {
      for (const file of next(chunk)) reached.add(this.chunk(file))
    }
    return reached
  }
}

function readJson<Shape>(file: string): Shape {
  return JSON.parse(readFileSync(join(ROOT, 'dist', file), 'utf8'))
}
