import { once } from 'node:events'
import { createServer } from 'node:net'

/** A TCP port the kernel chose, free a moment ago, for programs that cannot be asked to listen on port 0. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('A TCP server has no port')
  return address.port
}
