import { execFileSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findProgram, isRoot } from '../../services/commands.ts'

const DISK_BYTES = 24 * 1024 * 1024

/** A disk that can be full. */
export interface SmallDisk {
  folder: string
  /** Put before the server's command. */
  under: string[]
  /** How it becomes full: for the report. */
  means: string
  /** Not a byte more, as far as this process is concerned. */
  fill(pid: number): void
  free(pid: number): void
  remove(): Promise<void>
}

/**
 * Where we may mount, a small file system that is really full; elsewhere a process that may not write any file beyond
 * its first byte, which SQLite sees as an error of the disk. Null where there is neither.
 */
export async function smallDisk(): Promise<SmallDisk | null> {
  const folder = await mkdtemp(join(tmpdir(), 'parla-disk-'))
  const disk = mounted(folder) ?? limited(folder)
  if (!disk) await rm(folder, { recursive: true, force: true })
  return disk
}

function mounted(folder: string): SmallDisk | null {
  if (!isRoot()) return null
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  const ballast = join(folder, 'ballast')
  return {
    folder,
    under: [],
    means: 'a file system without a free byte',
    fill: () => writeUntilFull(ballast),
    free: () => rmSync(ballast, { force: true }),
    async remove() {
      execFileSync('umount', ['-l', folder])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function writeUntilFull(path: string): void {
  const file = openSync(path, 'a')
  try {
    for (let size = 1024 * 1024; size >= 1; ) {
      try {
        if (writeSync(file, Buffer.alloc(size)) < size) size = Math.floor(size / 2)
      } catch {
        size = Math.floor(size / 2)
      }
    }
  } finally {
    closeSync(file)
  }
}

function limited(folder: string): SmallDisk | null {
  const prlimit = findProgram(['prlimit'])
  const bash = findProgram(['bash'])
  if (!prlimit || !bash) return null
  const limit = (pid: number, most: string) =>
    execFileSync(prlimit, ['--pid', String(pid), `--fsize=${most}:unlimited`])
  return {
    folder,
    // Else the kernel ends a process that writes too much, instead of telling it.
    under: [bash, '-c', `trap '' XFSZ; exec "$@"`, 'bash'],
    means: 'a limit on the size of files',
    fill: pid => limit(pid, '1'),
    free: pid => limit(pid, 'unlimited'),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
