import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LOCALES } from '../server/contract/limits.ts'
import { buildBrowserApp } from './browser-app.ts'
import type { Chunks, Manifest } from './manifest.ts'
import { SHORT_NAMES } from './own-names.ts'
import { ROOT } from './root.ts'
import { shortProperties } from './short-properties.ts'
import { slimPreact } from './slim-preact.ts'
import { buildTag } from './tag.ts'
import { visitorTexts } from './texts.ts'

/** Builds the widget, its tag and the admin view into `folder`, with `manifest.json` and `chunks.json` beside them. */
export async function buildForBrowsers(folder: string): Promise<void> {
  const widgetFolder = join(folder, 'widget')
  const [widget, admin] = await Promise.all([
    buildBrowserApp({
      name: 'app',
      source: 'widget/app.ts',
      more: { element: 'widget/host/element.ts', 'own-text': 'widget/host/own-text.ts' },
      apart: { team: 'widget/staff/inline/team.ts' },
      ownTexts: true,
      folder: widgetFolder,
      names: SHORT_NAMES,
      whole: ['app', 'later'],
      plugins: [slimPreact(), shortProperties()],
    }),
    buildBrowserApp({ name: 'main', source: 'widget/staff/main.tsx', folder: join(folder, 'admin') }),
  ])
  copyFileSync(join(ROOT, 'widget/host/parla.d.ts'), join(widgetFolder, 'parla.d.ts'))
  mkdirSync(join(widgetFolder, 'texts'))
  for (const locale of LOCALES) {
    const texts = await visitorTexts(locale)
    writeFileSync(join(widgetFolder, 'texts', `${locale}.json`), JSON.stringify(texts, null, 2))
  }
  const tag = await buildTag('widget/embed.ts', widgetFolder, widget.built)
  const manifest: Manifest = { widget: widget.built, admin: admin.built }
  const chunks: Chunks = { widget: [...tag, ...widget.chunks], admin: admin.chunks }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'chunks.json'), JSON.stringify(chunks))
}
