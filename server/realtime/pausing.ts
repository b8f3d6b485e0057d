import type { ParlaSocket } from './connection.ts'
import { isStreamRoom } from './connection.ts'
import type { Feeds } from './feeds.ts'

/** How a slow socket's frames are stopped and started again. */
export function pausing(feeds: Feeds, onError: (error: unknown) => void) {
  const left = new WeakMap<ParlaSocket, string[]>()
  return {
    /** Takes it out of its streams' rooms. */
    pause(socket: ParlaSocket): void {
      const rooms = [...socket.rooms].filter(room => isStreamRoom(room, socket.data.viewer.site.id))
      left.set(socket, rooms)
      for (const room of rooms) void socket.leave(room)
    },
    /** Its buffer is empty again: it hears of the head, finds itself behind and pulls. */
    resume(socket: ParlaSocket): void {
      void socket.join(left.get(socket) ?? [])
      left.delete(socket)
      const tell = feeds.open(socket.data.viewer.site.id)
      void tell.then(feed => socket.emit('beacon', feed.position), onError)
    },
  }
}
