import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { ROOT } from '../../build/root.ts'

const BUILT_FROM = ['build', 'demo', 'server', 'widget', 'package-lock.json', 'vite.config.ts']

declare module 'vitest' {
  export interface ProvidedContext {
    /** Why `dist` could not be built from the sources as they are, or null. */
    buildFailure: string | null
  }
}

/** Builds first where `dist` is missing or older than a source. */
export function setup(project: TestProject): void {
  project.provide('buildFailure', isFresh() ? null : build())
}

function isFresh(): boolean {
  const builtAt = newest('dist/manifest.json')
  return builtAt > 0 && BUILT_FROM.every(source => newest(source) <= builtAt)
}

function build(): string | null {
  // Else the build would take itself for a test and leave development code in.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env
  const { status, stderr } = spawnSync('npm', ['run', 'build', '--silent'], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  })
  return status === 0 ? null : stderr
}

/** When a file, or the newest file in a folder, last changed, in milliseconds; 0 if there is none. */
function newest(path: string): number {
  const entry = statSync(join(ROOT, path), { throwIfNoEntry: false })
  if (!entry?.isDirectory()) return entry?.mtimeMs ?? 0
  return Math.max(0, ...readdirSync(join(ROOT, path)).map(name => newest(join(path, name))))
}
