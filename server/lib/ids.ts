import { createHash, randomBytes } from 'node:crypto'
import { nanoid } from 'nanoid'

type Prefix = 't' | 'r' | 'p' | 's' | 'l' | 'e' | 'a' | 'o' | 'k' | 'i' | 'u' | 'q' | 'v' | 'm'

/** A new opaque id, `t_…` for a thread and so on: 96 random bits, no secret. */
export const newId = (prefix: Prefix): string => `${prefix}_${nanoid(16)}`

/** A secret of 256 random bits. Hand it out once, keep {@link hashToken} of it. */
export const newToken = (): string => randomBytes(32).toString('base64url')

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')
