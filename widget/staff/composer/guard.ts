import type { PersonRef } from '../../../server/contract/person.ts'

/** Words that say a text is not for the public, in the languages of the admin, before a colon. */
const INTERNAL = /^\s*(internal|draft|note to self|interno|bozza|nota interna)\s*:/i
const PLACE = /\{\{[^{}]*\}\}/

/** What in a public reply looks as if it was never meant to be read by everybody: the very words. */
export const findSlips = (body: string, team: readonly PersonRef[]): string[] => {
  const lower = body.toLowerCase()
  const names = team.flatMap(({ name }) => [name, name.split(' ')[0] ?? name])
  const mention = names.find(name => lower.includes(`@${name.toLowerCase()}`))
  return [mention && `@${mention}`, PLACE.exec(body)?.[0], INTERNAL.exec(body)?.[0].trim()].filter(
    found => found !== undefined,
  )
}
