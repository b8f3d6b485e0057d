import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { transformWithOxc } from 'vite'
import type { Message } from '../widget/i18n/catalogue.ts'
import { ROOT } from './root.ts'

const CATALOGUES = join(ROOT, 'widget', 'i18n')

export type Texts = Readonly<Record<string, Message>>

/** The file of one area's catalogue, e.g. `home`. */
export const catalogueFile = (locale: string, area: string): string => join(CATALOGUES, locale, `${area}.ts`)

/** All texts of a locale, of visitors and staff, by key. */
export async function readTexts(locale: string): Promise<Texts> {
  const files = readdirSync(join(CATALOGUES, locale)).map(file => join(CATALOGUES, locale, file))
  return Object.assign({}, ...(await Promise.all(files.map(readCatalogue))))
}

/** What a visitor may be told; the page may put words of its own in the place of any. */
export async function visitorTexts(locale: string): Promise<Texts> {
  const areas = ['home', 'controls', 'thread', 'composer', 'state', 'notice', 'launcher', 'times']
  const catalogues = areas.map(area => readCatalogue(catalogueFile(locale, area)))
  return Object.assign({}, ...(await Promise.all(catalogues)))
}

/** A catalogue has no imports but types: stripped of them it runs as it is. */
export async function readCatalogue(file: string): Promise<Texts> {
  const { code } = await transformWithOxc(readFileSync(file, 'utf8'), file)
  return (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)).messages
}
