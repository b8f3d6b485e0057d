import { defineConfig } from 'vitest/config'
import { messages } from './build/messages-plugin.ts'
import { LOCALES } from './server/contract/limits.ts'
import { FiguresReporter } from './test/faults/report/figures-reporter.ts'
import { TallyReporter } from './test/services/tally-reporter.ts'

const DATABASES = './test/services/databases.setup.ts'
const CHROMIUM = './test/services/chromium.setup.ts'
const BUILD = './test/services/build.setup.ts'
const BROWSER_GLOBALS = './test/services/browser-globals.ts'
const TAG = { __PARLA_APPS__: JSON.stringify({ hash: 'built', locales: LOCALES }) }

export default defineConfig({
  plugins: [messages('en')],
  test: {
    reporters: [new FiguresReporter(), new TallyReporter()],
    maxWorkers: 2,
    testTimeout: 10_000,
    hookTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'server',
          include: ['server/**/*.test.ts', 'demo/**/*.test.ts'],
          exclude: ['server/store/**'],
          globalSetup: DATABASES,
        },
      },
      {
        extends: true,
        test: { name: 'store', include: ['server/store/**/*.test.ts'], globalSetup: DATABASES },
      },
      // What is drawn is tested in .tsx files and gets a DOM, which takes a second to start; the rest asks for one if need be.
      {
        extends: true,
        define: TAG,
        test: { name: 'widget', include: ['widget/**/*.test.ts'], setupFiles: BROWSER_GLOBALS },
      },
      {
        extends: true,
        define: TAG,
        test: {
          name: 'widget-dom',
          include: ['widget/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: './test/services/drawing.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'guards',
          include: ['test/guards/**/*.test.ts', 'test/process/**/*.test.ts', 'build/**/*.test.ts'],
          globalSetup: BUILD,
          // They compress every script of every locale at its best and start servers, beside other suites on two cores.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          // The server's own pages are looked at as they are.
          css: { include: /server\/http\// },
          include: ['test/browser/**/*.test.ts', 'test/services/**/*.test.ts'],
          globalSetup: [BUILD, DATABASES, CHROMIUM],
          // After the others and one file at a time: a browser, a server and a database want both cores.
          sequence: { groupOrder: 1 },
          maxWorkers: 1,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // As long as locators wait: a page on two busy cores may take a second for what it shows at once elsewhere.
          expect: { poll: { timeout: 10_000 } },
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts', 'cluster/**/*.test.ts'],
          globalSetup: [
            DATABASES,
            './test/faults/machines/server-build.setup.ts',
            './test/faults/report/figures.setup.ts',
          ],
          // Last and alone: they measure times, and keep servers and databases busy.
          sequence: { groupOrder: 2 },
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
