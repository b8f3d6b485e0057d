import { cpus } from 'node:os'
import { beginReport } from './figures.ts'

export function setup(): void {
  const { length } = cpus()
  beginReport(`${length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}`)
}
