import { z } from 'zod'
import { PAGE_KEY_MAX, PAGE_TITLE_MAX, URL_MAX } from './limits.ts'

export const PageKey = z
  .string()
  .min(1)
  .max(PAGE_KEY_MAX)
  .meta({
    id: 'PageKey',
    description: 'The page’s canonical URL without fragment, or the explicit key of the embed',
    examples: ['https://lume.example/en/lucciola'],
  })

/** Where a conversation begins, as the embed reports it. */
export const PageInput = z
  .strictObject({
    key: PageKey,
    url: z.url({ protocol: /^https?$/ }).max(URL_MAX),
    title: z.string().max(PAGE_TITLE_MAX).optional(),
  })
  .meta({ id: 'PageInput' })
export type PageInput = z.infer<typeof PageInput>

export const PageRef = z
  .strictObject({ key: z.string(), url: z.string(), title: z.string().nullable() })
  .meta({ id: 'PageRef' })
export type PageRef = z.infer<typeof PageRef>
