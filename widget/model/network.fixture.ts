import type { IncomingHttpHeaders } from 'node:http'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'

export interface Network {
  readonly url: string
  /** Nothing gets through, and what was open is cut. */
  down: () => void
  up: () => void
  /** Requests arrive, answers to commands do not, and sockets are refused. */
  loseAnswers: (lose: boolean) => void
  close: () => Promise<unknown>
}

/** The network between a browser and a server; `added` are headers such as a signed-in browser's cookie. */
export const startNetwork = async (target: string, added: IncomingHttpHeaders = {}): Promise<Network> => {
  const { hostname, port } = new URL(target)
  const open = new Set<Duplex>()
  let isDown = false
  let losing = false
  const headersFor = (headers: IncomingHttpHeaders) => ({ ...headers, host: `${hostname}:${port}`, ...added })

  const server = createServer((req, res) => {
    const { method, url: path } = req
    const passed = request({ hostname, port, path, method, headers: headersFor(req.headers) }, answer => {
      if (losing && path?.includes('/commands/')) {
        answer.resume().on('end', () => res.destroy())
        return
      }
      res.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(res)
    })
    passed.on('error', () => res.destroy())
    req.pipe(passed)
  })
  server.on('connection', socket => {
    if (isDown) socket.destroy()
    open.add(socket)
    socket.on('close', () => open.delete(socket))
  })
  server.on('upgrade', (req, socket) => {
    if (losing) {
      socket.destroy()
      return
    }
    const passed = connect(Number(port), hostname, () => {
      const lines = Object.entries(headersFor(req.headers)).map(([name, value]) => `${name}: ${value}`)
      passed.write([`GET ${req.url} HTTP/1.1`, ...lines, '', ''].join('\r\n'))
      passed.pipe(socket).pipe(passed)
    })
    open.add(passed)
    socket.on('error', () => passed.destroy()).on('close', () => passed.destroy())
    passed.on('error', () => socket.destroy()).on('close', () => socket.destroy())
  })
  const cut = () => {
    for (const socket of open) socket.destroy()
    open.clear()
  }
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    down: () => {
      isDown = true
      cut()
    },
    up: () => {
      isDown = false
    },
    loseAnswers: lose => {
      losing = lose
    },
    close: () => {
      cut()
      return new Promise(resolve => server.close(resolve))
    },
  }
}
