import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { ownOrigin } from './admin-door.ts'
import type { HttpConfig } from './deps.ts'

const NONE = ["'none'"]
const SELF = ["'self'"]

/**
 * Nothing runs, loads, frames or connects that is not ours. Scripts cannot turn text into markup at all. Browsers
 * differ on whether `'self'` covers sockets, so the socket's origin is named.
 */
export const protectiveHeaders = (config: HttpConfig): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: NONE,
        scriptSrc: SELF,
        styleSrc: SELF,
        connectSrc: [...SELF, () => ownOrigin(config).replace(/^http/, 'ws')],
        imgSrc: [...SELF, 'data:'],
        frameSrc: SELF,
        frameAncestors: NONE,
        baseUri: NONE,
        formAction: SELF,
        requireTrustedTypesFor: ["'script'"],
      },
    },
    strictTransportSecurity: config.secureCookies,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  })
