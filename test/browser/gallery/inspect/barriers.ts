import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What depends on theme or width alone; all else was seen to once for the scene. */
const CHANGING = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable']

/**
 * What axe finds in the scene on show, shadow root included; one line for each element. Rules about a page as a whole
 * (language, title, landmarks) are the brand's, and do not run on a part of one.
 */
export const barriers = (page: Page, rules: 'all' | 'changing'): Promise<string[]> =>
  page.evaluate(
    async options => {
      const { axe } = window as unknown as {
        axe: { run: (where: string, options: RunOptions) => Promise<AxeResults> }
      }
      const { violations } = await axe.run('.scene', options)
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} ${target.flat().join(' ')}: ${failureSummary}`),
      )
    },
    {
      resultTypes: ['violations'],
      ...(rules === 'all'
        ? { runOnly: { type: 'tag', values: TAGS }, rules: { 'target-size': { enabled: true } } }
        : { runOnly: { type: 'rule', values: CHANGING } }),
    } satisfies RunOptions,
  )
