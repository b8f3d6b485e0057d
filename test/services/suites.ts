import type { TestContext } from 'vitest'
import { describe, inject } from 'vitest'
import type { Services } from './provided.ts'
import { ADVICE } from './provided.ts'

/**
 * `describe` for suites that need these services: skipped on a machine without them, except under `CI=true`,
 * where the suite runs and fails for want of them.
 */
export function describeWith(...services: (keyof Services)[]): typeof describe | typeof describe.skip {
  const isMissing = services.some(service => inject(service) === null)
  return describe.skipIf(isMissing && process.env.CI !== 'true')
}

/** The address or path of a service. Throws, saying how to get it, where it is missing. */
export function provided(service: keyof Services): string {
  const value = inject(service)
  if (value === undefined) throw new Error(`This vitest project has no global setup that provides ${service}`)
  if (value === null) throw new Error(`Missing ${ADVICE[service]}`)
  return value
}

/**
 * Leaves a test out, aloud, for want of something that is found missing only while it runs. Throws under `CI=true`:
 * there, what was not tried is not passed.
 */
export function leaveOut(context: TestContext, missing: string): never {
  if (process.env.CI === 'true') throw new Error(`Missing ${missing}`)
  process.stderr.write(`SKIPPED for want of ${missing}\n`)
  return context.skip(`Missing ${missing}`)
}
