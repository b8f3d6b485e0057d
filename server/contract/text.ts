import { z } from 'zod'
import { PersonId } from './ids.ts'

/** BCP 47, e.g. `pt-BR`. */
export const Language = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/)

/**
 * A message's text, parsed once on the server. Widget and server-rendered pages draw these nodes;
 * nobody parses or builds HTML. Strings are plain text. A `mention` stands for `@name` of somebody who takes part in the
 * thread or is of the team; the name is what they were called when it was written.
 */
export type Inline =
  | string
  | { t: 'em'; c: Inline[] }
  | { t: 'strong'; c: Inline[] }
  | { t: 'code'; text: string }
  | { t: 'link'; href: string; c: Inline[] }
  | { t: 'br' }
  | { t: 'mention'; id: string; name: string }

export type Block =
  | { t: 'p'; c: Inline[] }
  | { t: 'list'; ordered: boolean; items: Block[][] }
  | { t: 'quote'; c: Block[] }
  | { t: 'pre'; text: string }

export type Tree = Block[]

const Inlines: z.ZodType<Inline[]> = z.lazy(() => z.array(InlineNode)).meta({ id: 'InlineList' })
const Blocks: z.ZodType<Block[]> = z.lazy(() => z.array(BlockNode)).meta({ id: 'BlockList' })

const InlineNode: z.ZodType<Inline> = z
  .union([
    z.string(),
    z.strictObject({ t: z.literal('em'), c: Inlines }),
    z.strictObject({ t: z.literal('strong'), c: Inlines }),
    z.strictObject({ t: z.literal('code'), text: z.string() }),
    z.strictObject({ t: z.literal('link'), href: z.string().regex(/^(https?:|mailto:)/), c: Inlines }),
    z.strictObject({ t: z.literal('br') }),
    z.strictObject({ t: z.literal('mention'), id: PersonId, name: z.string() }),
  ])
  .meta({ id: 'Inline' })

const BlockNode: z.ZodType<Block> = z
  .union([
    z.strictObject({ t: z.literal('p'), c: Inlines }),
    z.strictObject({ t: z.literal('list'), ordered: z.boolean(), items: z.array(Blocks) }),
    z.strictObject({ t: z.literal('quote'), c: Blocks }),
    z.strictObject({ t: z.literal('pre'), text: z.string() }),
  ])
  .meta({ id: 'Block' })

export const Tree = z
  .array(BlockNode)
  .meta({ id: 'Tree', examples: [[{ t: 'p', c: ['Yes – open ', { t: 'code', text: 'Settings' }, '.'] }]] })
