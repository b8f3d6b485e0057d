import { describe, expect, it } from 'vitest'
import { readSyncTrace } from './sync-trace.ts'

const WRITE = '77  pwrite64(19</data/parla.db-wal>, "\\n\\0"..., 4096, 32) = 4096'
const SYNC = '77  fdatasync(19</data/parla.db-wal>) = 0'
const BEGUN = '78  fsync(19</data/parla.db-wal> <unfinished ...>'
const ENDED = '78  <... fsync resumed>)        = 0'
const ACK =
  '77  writev(26<TCP:[127.0.0.1:80->127.0.0.1:9]>, [{iov_base="HTTP/1.1 200 OK\\r\\n", iov_len=9}, {iov_base="{\\"id\\":\\"t_1\\",\\"changes\\":[]}", iov_len=9}], 2) = 18'
const ws = (what: string) =>
  `77  write(27<TCP:[127.0.0.1:80->127.0.0.1:8]>, "43012[{\\"ok\\":true,\\"value\\":{${what}}}]", 480) = 480`
const SOCKET_ACK = ws('\\"changes\\":[]')
const WATCHING = ws('\\"streams\\":[]')
const OTHER = '77  write(26<TCP:[127.0.0.1:80->127.0.0.1:9]>, "HTTP/1.1 404 Not Found", 300) = 300'
const trace = (...lines: string[]) => readSyncTrace(lines.join('\n'))

describe('a trace of system calls', () => {
  it('is in order where the log is synced before each acknowledgement', () => {
    expect(trace(WRITE, SYNC, ACK, OTHER, WATCHING, WRITE, WRITE, SYNC, SOCKET_ACK)).toEqual({
      acks: 2,
      syncs: 2,
      early: 0,
      unpaid: 0,
    })
  })

  it('tells of an acknowledgement that left too early', () => {
    expect(trace(WRITE, ACK, SYNC)).toMatchObject({ early: 1, unpaid: 1 })
    expect(trace(WRITE, SYNC, WRITE, SOCKET_ACK)).toMatchObject({ early: 1, unpaid: 0 })
  })

  it('tells of an acknowledgement nothing was synced for', () => {
    expect(trace(WRITE, SYNC, ACK, ACK)).toMatchObject({ early: 0, unpaid: 1 })
  })

  it('counts a sync from its return', () => {
    expect(trace(WRITE, BEGUN, ACK, ENDED)).toMatchObject({ syncs: 1, early: 1 })
    expect(trace(WRITE, BEGUN, ENDED, ACK)).toMatchObject({ syncs: 1, early: 0 })
  })
})
