import { z } from 'zod'
import { OWN_TEXT_MAX } from './limits.ts'

const Words = z.string().trim().min(1).max(OWN_TEXT_MAX)

/** What a text of the widget says on one site: words, or one per plural category of the language it is in. */
export const OwnText = z
  .union([
    Words,
    z.strictObject({
      ...{ zero: Words.optional(), one: Words.optional(), two: Words.optional(), few: Words.optional() },
      ...{ many: Words.optional(), other: Words },
    }),
  ])
  .meta({ id: 'OwnText' })
export type OwnText = z.infer<typeof OwnText>

/** The key of a text, as `/texts/en.json` lists them. */
export const TextKey = z
  .string()
  .regex(/^[a-z]+\.\w+$/)
  .max(60)
  .meta({ id: 'TextKey', examples: ['composer.placeholder'] })

/** A site's own texts in one language, by their keys; all others are the widget's. */
export const OwnTexts = z.strictObject({ texts: z.record(TextKey, OwnText) }).meta({ id: 'OwnTexts' })
export type OwnTexts = z.infer<typeof OwnTexts>
