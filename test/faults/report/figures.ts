import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { ROOT } from '../../../build/root.ts'
import { FULL } from '../extent.ts'

/** One promise, measured. */
export interface Figure {
  scenario: string
  what: string
  measured: string
  target: string
  reached: boolean
}

export interface FigureReport {
  extent: 'short' | 'full'
  machine: string
  startedAt: string
  figures: Figure[]
}

/** The full run's report is not overwritten by the short one's. */
export const REPORT = join(ROOT, 'test/artifacts', FULL ? 'faults.json' : 'faults-short.json')

export function beginReport(machine: string): void {
  const startedAt = new Date().toISOString()
  save({ extent: FULL ? 'full' : 'short', machine, startedAt, figures: [] })
}

/** Null where nothing was measured since `earliest`, in milliseconds since 1970. */
export function readReport(earliest = 0): FigureReport | null {
  if (!existsSync(REPORT)) return null
  const report = JSON.parse(readFileSync(REPORT, 'utf8')) as FigureReport
  return Date.parse(report.startedAt) >= earliest ? report : null
}

/** Writes figures of one scenario into the report and says whether all were reached. */
export function figures(
  scenario: string,
  lines: Record<string, { measured: string | number; target: string; reached: boolean }>,
): boolean {
  const report = readReport()
  if (!report) throw new Error('The report was not begun')
  const added = Object.entries(lines).map(([what, line]) => ({
    scenario,
    what,
    ...line,
    measured: String(line.measured),
  }))
  save({ ...report, figures: [...report.figures, ...added] })
  return added.every(({ reached }) => reached)
}

/** One line per figure, for people. */
export function summary({ extent, machine, figures: lines }: FigureReport): string {
  const width = (of: (line: Figure) => string) => Math.max(...lines.map(line => of(line).length))
  const [scenario, what, measured] = [
    width(line => line.scenario),
    width(line => line.what),
    width(line => line.measured),
  ]
  return [
    `Faults, ${extent} version, on ${machine}: ${relative(ROOT, REPORT)}`,
    ...lines.map(
      line =>
        `${line.reached ? '  reached' : '  MISSED '}  ${line.scenario.padEnd(scenario)}  ${line.what.padEnd(what)}  ${line.measured.padEnd(measured)}  (target ${line.target})`,
    ),
  ].join('\n')
}

function save(report: FigureReport): void {
  mkdirSync(dirname(REPORT), { recursive: true })
  writeFileSync(REPORT, `${JSON.stringify(report, null, 2)}\n`)
}
