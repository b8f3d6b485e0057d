import type { Server, Socket } from 'node:net'

/**
 * Connections on which nothing has been said yet: browsers open some in advance. Node takes none of them for idle, so
 * that a server that closes would wait for them. Answers a function that ends those there are.
 */
export function watchUnusedConnections(server: Server): () => void {
  const open = new Set<Socket>()
  server.on('connection', socket => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  return () => {
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy()
  }
}
