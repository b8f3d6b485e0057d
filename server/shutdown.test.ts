import { once } from 'node:events'
import type { Socket } from 'node:net'
import { connect } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { startTestApp } from './testing/test-app.ts'

const UPGRADE = [
  'GET /api/v1/live/?EIO=4&transport=websocket HTTP/1.1',
  'Host: localhost',
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  '\r\n',
].join('\r\n')

async function dial(url: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => undefined)
  onTestFinished(() => void socket.destroy())
  await once(socket, 'connect')
  return socket
}

it('[O5] a server that is closing takes no new sockets, and ends', async () => {
  const { app } = await startTestApp()
  const late = await dial(app.url)
  // Its request has begun, so that it is not closed as idle.
  late.write(UPGRADE.slice(0, 30))
  await (await fetch(`${app.url}/healthz`)).text()
  const closed = app.drain(0)
  late.write(UPGRADE.slice(30))
  const [answer] = await once(late, 'data')
  expect(String(answer)).toMatch(/^HTTP\/1.1 40[03]/)
  await closed
})

it('[O5] a server that is closing does not wait for connections on which nothing was said', async () => {
  const { app } = await startTestApp()
  const spare = await dial(app.url)
  await (await fetch(`${app.url}/healthz`)).text()
  const ended = once(spare, 'close')
  const began = performance.now()
  await app.drain(0)
  await ended
  expect(performance.now() - began).toBeLessThan(5_000)
})
