import { chromium } from 'playwright-core'
import { findProgram, installPackages, isExecutable } from './commands.ts'

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const MAC_APPS = ['Google Chrome', 'Chromium'].map(app => `/Applications/${app}.app/Contents/MacOS/${app}`)

/** The path of Chromium or Chrome, installed first where we may; null if there is none. */
export function findChromium(): string | null {
  const configured = process.env.TEST_CHROMIUM
  if (configured) return isExecutable(configured) ? configured : null
  return (
    installed() ?? (installPackages('chromium', 'fonts-noto-core', 'fonts-noto-cjk') ? installed() : null)
  )
}

function installed(): string | null {
  return findProgram(PROGRAMS) ?? [...MAC_APPS, chromium.executablePath()].find(isExecutable) ?? null
}
