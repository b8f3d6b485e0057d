import { describe, expect, test } from 'vitest'
import { projectSources } from './repository.ts'
import { moduleRules } from './rules/modules.ts'
import { ownerRules } from './rules/owners.ts'
import { roomRules } from './rules/rooms.ts'
import { parseSource } from './source-file.ts'

const sources = projectSources()

describe.each([
  { subject: 'rooms', rules: roomRules },
  { subject: 'owners', rules: ownerRules },
  { subject: 'modules', rules: moduleRules },
])('$subject', ({ rules }) => {
  for (const { title, breaches, sample } of rules) {
    test(title, () => {
      expect(breaches(sources)).toEqual([])
    })

    test(`notices a breach of “${title}”`, () => {
      const files = Object.entries(sample).map(([path, text]) => parseSource(path, text))
      const found = breaches(files).join('\n')
      for (const path of Object.keys(sample)) expect(found).toContain(path)
    })
  }
})
