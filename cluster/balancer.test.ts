import { once } from 'node:events'
import type { Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { eventually } from '../server/testing/eventually.ts'
import { Balancer } from './balancer.ts'

/** A node that says its name, and what it was sent. */
async function startNode(name: string, state: { ready: boolean }): Promise<Server> {
  const server = createServer(async (req, res) => {
    if (req.url === '/readyz') return void res.writeHead(state.ready ? 200 : 503).end()
    let body = ''
    for await (const part of req) body += part
    res.writeHead(201, { 'x-node': name, vary: 'Origin' })
    res.end(`${req.method} ${req.url} ${body} for ${req.headers['x-forwarded-for']}`)
  })
  server.on('upgrade', (_, socket) => {
    socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: echo\r\nConnection: Upgrade\r\n\r\n')
    socket.on('data', data => socket.write(`${name}:${data}`)).on('error', () => undefined)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return server
}

describe('the balancer', () => {
  const states = { a: { ready: true }, b: { ready: true } }
  let nodes: Server[]
  let balancer: Balancer

  beforeEach(async () => {
    states.a.ready = true
    states.b.ready = true
    nodes = [await startNode('a', states.a), await startNode('b', states.b)]
    balancer = await Balancer.over(nodes.map(node => (node.address() as AddressInfo).port))
    onTestFinished(() => balancer.close())
  })

  const nameOf = async () => (await fetch(balancer.url)).headers.get('x-node')

  it('takes turns, and passes on what it is given', async () => {
    const answer = await fetch(`${balancer.url}/path?q=1`, { method: 'POST', body: 'hello' })
    expect(answer.status).toBe(201)
    expect(answer.headers.get('vary')).toBe('Origin')
    expect(await answer.text()).toBe('POST /path?q=1 hello for 127.0.0.1')
    const names = [await nameOf(), await nameOf(), await nameOf(), await nameOf()]
    expect(names.sort()).toEqual(['a', 'a', 'b', 'b'])
  })

  it('gives nothing new to a node that is not ready, and all to the other', async () => {
    states.a.ready = false
    await eventually(
      async () => (await nameOf()) === 'b' && (await nameOf()) === 'b' && (await nameOf()) === 'b',
    )
    states.a.ready = true
    await eventually(async () => (await nameOf()) === 'a')
  })

  it('tries the next node where one does not answer, and says so when none does', async () => {
    nodes[0]?.close()
    expect([await nameOf(), await nameOf(), await nameOf()]).toEqual(['b', 'b', 'b'])
    nodes[1]?.close()
    expect((await fetch(balancer.url)).status).toBe(502)
  })

  it('asks another node what one did not answer, if that can do no harm', async () => {
    nodes[0]?.removeAllListeners('request').on('request', (req, res) => {
      if (req.url === '/readyz') res.end()
      else req.socket.destroy()
    })
    expect([await nameOf(), await nameOf()]).toEqual(['b', 'b'])
    const writes = [1, 2].map(() => fetch(balancer.url, { method: 'POST', body: 'once' }))
    expect((await Promise.all(writes)).map(({ status }) => status).sort()).toEqual([201, 502])
  })

  it('carries upgraded connections', async () => {
    const { request } = await import('node:http')
    const asked = request(balancer.url, { headers: { connection: 'Upgrade', upgrade: 'echo' } })
    asked.end()
    const [, socket] = await once(asked, 'upgrade')
    onTestFinished(() => void socket.destroy())
    socket.write('hello')
    const [data] = await once(socket, 'data')
    expect(String(data)).toMatch(/^[ab]:hello$/)
  })
})
