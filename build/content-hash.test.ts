import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { contentHash } from './content-hash.ts'

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'parla-hash-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'en'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

test('equal folders have equal hashes', () => {
  const files = { 'en/app.js': 'a', 'en/chunk.js': 'b' }
  expect(contentHash(folderOf(files))).toBe(contentHash(folderOf(files)))
  expect(contentHash(folderOf(files))).toMatch(/^[0-9a-f]{10}$/)
})

test.each([
  { what: 'a byte', files: { 'en/app.js': 'a', 'en/chunk.js': 'B' } },
  { what: 'a name', files: { 'en/app.js': 'a', 'en/other.js': 'b' } },
  { what: 'the border between two files', files: { 'en/app.js': 'ab', 'en/chunk.js': '' } },
])('another hash follows from changing $what', ({ files }) => {
  const before = contentHash(folderOf({ 'en/app.js': 'a', 'en/chunk.js': 'b' }))
  expect(contentHash(folderOf(files))).not.toBe(before)
})
