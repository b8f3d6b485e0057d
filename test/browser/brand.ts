import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A brand's page on an origin of its own: `bodies` says what each path shows, `headers` what is sent with all. */
export const startBrand = async (
  bodies: Readonly<Record<string, () => string>>,
  headers: Readonly<Record<string, string>> = {},
) => {
  const server = createServer((req, res) => {
    const body = bodies[req.url ?? '']?.() ?? ''
    res.setHeader('Content-Type', 'text/html; charset=utf-8')
    for (const [name, value] of Object.entries(headers)) res.setHeader(name, value)
    res.end(
      `<!doctype html><html lang="it"><title>Lume</title><link rel="icon" href="data:,"><body>${body}</body></html>`,
    )
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise(resolve => server.close(resolve)),
  }
}
