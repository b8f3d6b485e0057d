import type { TestProject } from 'vitest/node'
import type { Services } from './provided.ts'
import type { RunningService } from './running-service.ts'

type Find = () => Promise<RunningService | null>

/**
 * Finds a service for the first project that asks and hands it to all of them.
 * Returns its teardown, which is empty for the projects that came later.
 */
export async function provideOnce(
  project: TestProject,
  service: keyof Services,
  find: Find,
): Promise<() => Promise<void>> {
  const root = project.vitest.getRootProject()
  if (service in root.getProvidedContext()) return async () => {}
  const running = await find()
  root.provide(service, running?.url ?? null)
  return async () => running?.stop()
}
