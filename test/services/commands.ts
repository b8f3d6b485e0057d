import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The first of these programs found in `folders` or on the PATH, or null. */
export function findProgram(names: readonly string[], folders: readonly string[] = []): string | null {
  const places = [...folders, ...(process.env.PATH ?? '').split(delimiter)]
  const candidates = names.flatMap(name => places.map(place => join(place, name)))
  return candidates.find(isExecutable) ?? null
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** Installs packages where that is ours to do, as root on Debian and its kin. Says whether it did. */
export function installPackages(...packages: string[]): boolean {
  const aptGet = findProgram(['apt-get'])
  if (!aptGet || !isRoot()) return false
  process.stderr.write(`Installing for the tests: ${packages.join(' ')}\n`)
  const run = (...args: string[]) =>
    execFileSync(aptGet, ['-qq', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
  try {
    run('update')
    run('install', '-y', '--no-install-recommends', ...packages)
    return true
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    return false
  }
}
