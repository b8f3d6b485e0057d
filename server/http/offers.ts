import type { Offers } from '../contract/site.ts'
import type { HttpDeps } from './deps.ts'

/** What this installation has, beside words. */
export const offers = ({ config }: HttpDeps): Offers => [
  ...(config.takesImages ? ['images' as const] : []),
  ...(config.sendsMail ? ['mail' as const] : []),
]
