/** Seconds; as long as browsers keep one. The server decides when the session is over. */
const MAX_AGE = 400 * 24 * 60 * 60

/** A name with this prefix is kept by browsers only when it is Secure, ours alone and for the whole host. */
const cookieName = (secure: boolean) => (secure ? '__Host-parla' : 'parla')

/** The session token that came with a request or a socket's handshake. */
export function readSessionCookie(header: string | undefined, secure: boolean): string | undefined {
  const start = `${cookieName(secure)}=`
  const pair = header?.split(';').find(part => part.trimStart().startsWith(start))
  return pair?.trim().slice(start.length) || undefined
}

/** A `Set-Cookie` value; null takes the cookie away. */
export function writeSessionCookie(token: string | null, secure: boolean): string {
  const facts = ['Path=/', 'HttpOnly', 'SameSite=Strict', `Max-Age=${token === null ? 0 : MAX_AGE}`]
  return [`${cookieName(secure)}=${token ?? ''}`, ...facts, ...(secure ? ['Secure'] : [])].join('; ')
}
