import { hash, verify } from '@node-rs/argon2'

/** argon2id with the library's parameters (19 MiB, two passes). NFKC: the same keys on another keyboard are the same. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'))

export const passwordFits = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, password.normalize('NFKC'))
