import type { AddressInfo } from 'node:net'
import { createServer } from 'vite'
import { ROOT } from '../build/root.ts'
import { languages } from './languages-plugin.ts'

/** Serves the gallery at `<url>/gallery/`, drawn from the sources as they are. Port 0: one that is free. */
export async function serveGallery(port: number): Promise<{ url: string; close: () => Promise<void> }> {
  const server = await createServer({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    appType: 'mpa',
    plugins: [languages()],
    // Many at once, and none looks at what another has found.
    cacheDir: `${ROOT}/node_modules/.cache/gallery-${process.pid}`,
    optimizeDeps: { include: ['preact', 'preact/hooks'], entries: ['gallery/index.html'] },
    server: {
      port,
      strictPort: port !== 0,
      host: '127.0.0.1',
      // Whoever looks with tests wants no page loaded anew under them.
      watch: port === 0 ? null : { ignored: ['**/dist*/**'] },
    },
  })
  await server.listen()
  const address = server.httpServer?.address() as AddressInfo
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() }
}
