import { z } from 'zod'

/** Ids are opaque: a prefix that names the noun and at least 12 random characters. */
const id = (prefix: string, noun: string, example: string) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[A-Za-z0-9_-]{1,40}$`))
    .meta({ id: noun, description: `Opaque id that begins with ${prefix}_`, examples: [example] })

export const SiteId = id('s', 'SiteId', 's_lume')
export const ThreadId = id('t', 'ThreadId', 't_Vb3k9QxN2mLw8RtZ')
export const ReplyId = id('r', 'ReplyId', 'r_Jc5p0YhD7sKe4UaX')
export const PersonId = id('p', 'PersonId', 'p_Gn6q1WiF8tMf5ObV')
export const LabelId = id('l', 'LabelId', 'l_Hm7r2XjE9uNg6PcT')
export const ImageId = id('m', 'ImageId', 'm_Rt7v3DyK9oQh2NcE')

/** A thread's root message goes by the thread's id. */
export const MessageId = z.union([ThreadId, ReplyId])

/** Made by the client at the click; the same id twice is one effect and one answer. */
export const MutationId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,64}$/)
  .meta({ id: 'MutationId', examples: ['V1StGXR8_Z5jdHi6B-myT'] })

/** Position in the site's change feed. */
export const Seq = z
  .int()
  .min(0)
  .meta({ id: 'Seq', examples: [42] })

/** Changes when a database is restored; cursors of another epoch are void. */
export const Epoch = z
  .string()
  .min(1)
  .max(32)
  .meta({ id: 'Epoch', examples: ['e_4fT9'] })

/** Milliseconds since 1970-01-01 UTC. */
export const Instant = z
  .int()
  .min(0)
  .meta({ id: 'Instant', examples: [1795392000000] })
