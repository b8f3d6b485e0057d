/** What a trace of system calls tells of acknowledgements and of the write-ahead log. */
export interface SyncTrace {
  acks: number
  /** How often the log was made durable. */
  syncs: number
  /** Acknowledgements that left while something in the log was not durable. */
  early: number
  /** Acknowledgements with no sync of the log since the one before: of writes one after another, there are none. */
  unpaid: number
}

const CALL = /^(\d+)\s+(\w+)\(\d+<(.+?)>(?:[,)]| <unfinished)/
const RESUMED = /^(\d+)\s+<\.\.\. (fsync|fdatasync) resumed/
/** Answers to commands, by HTTP and by socket; other answers carry no changes, and frames are no answers. */
const isAck = (line: string) =>
  (line.includes('HTTP/1.1 200 OK') || /43\d+\[\{\\"ok\\":true/.test(line)) && line.includes('\\"changes\\":')

/** Reads what `strace -f -yy` wrote of write, writev, pwrite64, fsync and fdatasync. */
export function readSyncTrace(text: string): SyncTrace {
  const found: SyncTrace = { acks: 0, syncs: 0, early: 0, unpaid: 0 }
  const syncing = new Set<string>()
  let [dirty, paid] = [false, false]
  const synced = () => {
    found.syncs++
    dirty = false
    paid = true
  }
  for (const line of text.split('\n')) {
    const [, resumed] = RESUMED.exec(line) ?? []
    if (resumed && syncing.delete(resumed)) synced()
    const [, thread = '', call = '', file = ''] = CALL.exec(line) ?? []
    if (file.endsWith('-wal')) {
      if (!call.endsWith('sync')) dirty = true
      // Durable when the call returns, not when it begins.
      else if (line.includes('<unfinished')) syncing.add(thread)
      else synced()
    }
    if (!file.startsWith('TCP') || !isAck(line)) continue
    found.acks++
    if (dirty) found.early++
    if (!paid) found.unpaid++
    paid = false
  }
  return found
}
