import { SignJWT } from 'jose'
import { nanoid } from 'nanoid'
import { secretKey } from '../auth/customer-token.ts'

/** A token as a brand's server makes it, good for five minutes from `now`. */
export const signToken = (
  { secret, siteId, now }: { secret: string; siteId: string; now: number },
  { sub, jti = nanoid(), ...more }: { sub: string; jti?: string; name?: string; email?: string },
): Promise<string> =>
  new SignJWT({ ...more })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(sub)
    .setAudience(siteId)
    .setJti(jti)
    .setExpirationTime(Math.floor(now / 1000) + 300)
    .sign(secretKey(secret))
