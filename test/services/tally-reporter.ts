import type { SerializedError } from '@vitest/utils'
import type { TestModule, TestRunEndReason } from 'vitest/node'
import { DefaultReporter } from 'vitest/node'
import { missingServices } from './provided.ts'

/**
 * Vitest's own report, and after it, alone on the very last line: `N passed, N failed[, N skipped]`.
 * A missing service is said aloud, and under `CI=true` it is a failure.
 */
export class TallyReporter extends DefaultReporter {
  override onTestRunEnd(
    modules: readonly TestModule[],
    errors: readonly SerializedError[],
    reason: TestRunEndReason,
  ): void {
    super.onTestRunEnd(modules, errors, reason)
    const lacking = missingServices(this.ctx.getRootProject().getProvidedContext())
    const failures = process.env.CI === 'true' ? lacking.length : 0
    if (failures > 0) process.exitCode = 1
    if (lacking.length > 0) {
      this.ctx.logger.log(
        `\nSUITES ${failures > 0 ? 'FAILED' : 'SKIPPED'} for want of ${lacking.join(' · ')}\n`,
      )
    }
    this.ctx.logger.log(tally(modules, errors.length + failures))
  }
}

/** A file or suite that breaks outside its tests counts as one failure, and so does each of `otherFailures`. */
function tally(modules: readonly TestModule[], otherFailures: number): string {
  const tests = modules.flatMap(module => [...module.children.allTests()])
  const count = (state: string) => tests.filter(test => test.result().state === state).length
  const broken = modules
    .flatMap(module => [module, ...module.children.allSuites()])
    .filter(collected => collected.errors().length > 0).length
  const skipped = count('skipped')
  return [
    `${count('passed')} passed`,
    `${count('failed') + broken + otherFailures} failed`,
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ].join(', ')
}
