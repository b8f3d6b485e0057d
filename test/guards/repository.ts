import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../build/root.ts'
import type { SourceFile } from './source-file.ts'
import { parseSource } from './source-file.ts'

const ROOMS = ['bench', 'build', 'cluster', 'demo', 'docs', 'gallery', 'server', 'test', 'widget']

/** Paths from the root of all files that are the project's own, with one of these endings. */
export function projectFiles(...endings: string[]): string[] {
  const atTop = readdirSync(ROOT, { withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => entry.name)
  const inRooms = ROOMS.filter(room => existsSync(join(ROOT, room))).flatMap(room =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).map(name => `${room}/${name}`),
  )
  return [...atTop, ...inRooms].filter(path => endings.some(ending => path.endsWith(ending))).sort()
}

export function readProjectFile(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

/** Every TypeScript source of the project, parsed. */
export function projectSources(): SourceFile[] {
  return projectFiles('.ts', '.tsx').map(path => parseSource(path, readProjectFile(path)))
}
