import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'
import { provided } from './suites.ts'

/** Starts the machine's Chromium, headless. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: provided('chromiumPath') })
}
