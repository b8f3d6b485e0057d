import { OwnTexts } from '../../contract/own-texts.ts'
import { Locale } from '../../contract/site.ts'
import { ownTexts } from '../../features/reads/own-texts.ts'
import { exampleOwnTexts } from '../examples/own-texts.ts'
import type { Call } from '../route.ts'
import { route } from '../route.ts'

const ofLocale = { locale: Locale }

const read = {
  method: 'get',
  params: ofLocale,
  answer: { status: 200, schema: OwnTexts, example: exampleOwnTexts },
  examples: { params: { locale: 'en' } },
  run: ({ deps, viewer, params }: Call<'anybody' | 'staff', typeof ofLocale, undefined, undefined>) =>
    ownTexts(deps.store, viewer, params.locale),
} as const

export const readOwnTexts = route({
  ...read,
  name: 'readOwnTexts',
  summary: 'What the widget says on this site in words of its own, in one language',
  path: '/api/v1/sites/{site}/texts/{locale}',
  who: 'anybody',
  cache: 'kept',
})

export const readOwnTextsAsStaff = route({
  ...read,
  name: 'readOwnTextsAsStaff',
  summary: 'The same on the admin’s origin',
  path: '/api/v1/admin/sites/{site}/texts/{locale}',
  who: 'staff',
})
