import type { Reporter, Vitest } from 'vitest/node'
import { readReport, summary } from './figures.ts'

/** Prints the figures that this run measured. */
export class FiguresReporter implements Reporter {
  #startedAt = Number.POSITIVE_INFINITY
  #vitest: Vitest | undefined

  onInit(vitest: Vitest): void {
    this.#vitest = vitest
    this.#startedAt = Date.now()
  }

  onTestRunEnd(): void {
    const report = readReport(this.#startedAt)
    if (report && report.figures.length > 0) this.#vitest?.logger.log(`\n${summary(report)}`)
  }
}
