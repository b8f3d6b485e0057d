import type { TestProject } from 'vitest/node'
import { findChromium } from './chromium.ts'
import { provideOnce } from './provide.ts'
import { borrowed } from './running-service.ts'

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  return provideOnce(project, 'chromiumPath', async () => {
    const path = findChromium()
    return path ? borrowed(path) : null
  })
}
