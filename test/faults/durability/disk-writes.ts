import { closeSync, existsSync, ftruncateSync, openSync, writeSync } from 'node:fs'

/** What a process did to a file, in order. `ack`: something left for a client that says a write was done. */
export type DiskStep =
  | { type: 'write'; file: string; offset: number; data: Buffer }
  | { type: 'truncate'; file: string; length: number }
  | { type: 'sync'; file: string }
  | { type: 'ack'; id: string }

const ENTRY = /^(\d+)\s+(\w+)\((.*)$/
const RESUMED = /^(\d+)\s+<\.\.\. (\w+) resumed/
const FILE = /^\d+<([^>]*)>/
const QUOTED = /"((?:\\x[0-9a-f]{2})*)"/g

const decode = (hex: string) => Buffer.from(hex.replaceAll('\\x', ''), 'hex')

/** Reads what `strace -f -yy -xx` wrote of pwrite64, write, writev, ftruncate, fsync and fdatasync. */
export function readDiskSteps(trace: string): DiskStep[] {
  const steps: DiskStep[] = []
  const unfinished = new Map<string, DiskStep>()
  for (const line of trace.split('\n')) {
    const [, resumed] = RESUMED.exec(line) ?? []
    if (resumed) {
      const step = unfinished.get(resumed)
      unfinished.delete(resumed)
      if (step) steps.push(step)
      continue
    }
    const [, thread = '', call = '', args = ''] = ENTRY.exec(line) ?? []
    const step = stepOf(call, args)
    if (!step) continue
    // A sync holds from its return on; a write may have reached the disk from its beginning.
    if (step.type === 'sync' && line.endsWith('<unfinished ...>')) unfinished.set(thread, step)
    else steps.push(step)
  }
  return steps
}

function stepOf(call: string, args: string): DiskStep | undefined {
  const [whole = '', name = ''] = FILE.exec(args) ?? []
  // Paths are written in the same way as data.
  const file = name.startsWith('\\x') ? decode(name).toString() : name
  const rest = args.slice(whole.length)
  if (call === 'fsync' || call === 'fdatasync') return { type: 'sync', file }
  if (call === 'ftruncate') return { type: 'truncate', file, length: Number(/^, (\d+)/.exec(rest)?.[1]) }
  const pieces = [...rest.matchAll(QUOTED)].map(([, hex = '']) => decode(hex))
  if (call === 'pwrite64') {
    const offset = Number(/, (\d+)\)?(?: +=.*| <unfinished.*)?$/.exec(rest)?.[1])
    return { type: 'write', file, offset, data: Buffer.concat(pieces) }
  }
  const text = file.startsWith('TCP') ? Buffer.concat(pieces).toString('latin1') : ''
  const id = text.includes('"changes":') ? /"id":"(t_[\w-]+)"/.exec(text)?.[1] : undefined
  return id ? { type: 'ack', id } : undefined
}

/**
 * Makes of `files` (path in the trace → path of a copy from before the trace) what a power cut leaves after the first
 * `count` steps: all that was synced, and of what was written since to each file whatever `survives` says.
 */
export function cutPower(
  steps: readonly DiskStep[],
  { count, files, survives }: { count: number; files: ReadonlyMap<string, string>; survives: () => boolean },
): void {
  const doubtful = new Map<string, DiskStep[]>()
  const settle = (file: string, keep: () => boolean) => {
    const kept = (doubtful.get(file) ?? []).filter(keep)
    doubtful.delete(file)
    const copy = files.get(file)
    if (copy && kept.length > 0) apply(copy, kept)
  }
  for (const step of steps.slice(0, count)) {
    if (step.type === 'ack') continue
    if (step.type === 'sync') settle(step.file, () => true)
    else doubtful.set(step.file, [...(doubtful.get(step.file) ?? []), step])
  }
  for (const file of [...doubtful.keys()]) settle(file, survives)
}

function apply(path: string, steps: readonly DiskStep[]): void {
  const file = openSync(path, existsSync(path) ? 'r+' : 'w+')
  try {
    for (const step of steps) {
      if (step.type === 'write') writeSync(file, step.data, 0, step.data.length, step.offset)
      if (step.type === 'truncate') ftruncateSync(file, step.length)
    }
  } finally {
    closeSync(file)
  }
}
