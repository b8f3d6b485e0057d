import { errors as jose, jwtVerify } from 'jose'
import { z } from 'zod'
import { Email, Name } from '../contract/person.ts'
import { AppError } from '../lib/app-error.ts'

/** Seconds a token may be good for, and by how many the brand's clock may be wrong. */
const LIFE = 10 * 60
const LEEWAY = 60

/** Who a brand says its customer is. `sub` is the brand's own id of them. */
const Claims = z.looseObject({
  sub: z.string().regex(/^[^\p{C}\s](?:[^\p{C}]{0,253}[^\p{C}\s])?$/u),
  jti: z.string().regex(/^[\x21-\x7e]{8,128}$/),
  aud: z.string(),
  exp: z.int(),
  name: Name.optional(),
  email: Email.optional(),
})

export interface Customer {
  sub: string
  /** Unique per token. */
  jti: string
  /** Milliseconds since 1970. */
  expiresAt: number
  name: string | null
  email: string | null
}

/**
 * Reads a token the brand's server signed for this site: HS256 and nothing else, for at most ten minutes, with an id.
 * `secrets` are those that count now. Throws `identity_invalid` with a word for the brand's developer.
 */
export async function readCustomerToken(
  token: string,
  { siteId, secrets, now }: { siteId: string; secrets: string[]; now: number },
): Promise<Customer> {
  if (secrets.length === 0) refuse('The site has no secret')
  const claims = Claims.safeParse(await verify(token, siteId, secrets, now))
  if (!claims.success) refuse(claims.error.issues.map(issue => issue.path.join('.')).join(', '))
  const { sub, jti, aud, exp, name = null, email = null } = claims.data as z.infer<typeof Claims>
  // An array that names this site among others is meant for others too.
  if (aud !== siteId) refuse('aud')
  if (exp * 1000 > now + (LIFE + LEEWAY) * 1000) refuse('exp is more than ten minutes away')
  return { sub, jti, expiresAt: exp * 1000, name, email }
}

async function verify(token: string, siteId: string, secrets: string[], now: number): Promise<unknown> {
  for (const secret of secrets) {
    try {
      const { payload, protectedHeader } = await jwtVerify(token, secretKey(secret), {
        algorithms: ['HS256'],
        audience: siteId,
        requiredClaims: ['exp', 'jti', 'sub', 'aud'],
        currentDate: new Date(now),
        clockTolerance: LEEWAY,
      })
      if (protectedHeader.typ !== undefined && protectedHeader.typ !== 'JWT') refuse('typ')
      return payload
    } catch (error) {
      if (error instanceof AppError) throw error
      if (!(error instanceof jose.JWSSignatureVerificationFailed)) refuse(wordFor(error))
    }
  }
  return refuse('signature')
}

/** The secret in the form that does not depend on whose arrays are used. */
export const secretKey = (secret: string) => ({
  ...{ kty: 'oct', alg: 'HS256' },
  k: Buffer.from(secret).toString('base64url'),
})

const wordFor = (error: unknown): string => {
  if (error instanceof jose.JWTExpired) return 'expired'
  if (error instanceof jose.JWTClaimValidationFailed) return error.claim
  return error instanceof jose.JOSEAlgNotAllowed ? 'alg' : 'unreadable'
}

function refuse(detail: string): never {
  throw new AppError('identity_invalid', { detail })
}
