import type { CommandInput, CommandName } from '../contract/commands.ts'
import type { ErrorCode } from '../contract/errors.ts'
import type { Unit } from './unit.ts'

/** `allowed`, or the code of the refusal. */
export type Verdict = 'allowed' | ErrorCode

/**
 * One thing somebody can ask for. `find` loads what it is about inside the transaction (so that what was checked is
 * what is changed), `access` says whether they may, `run` does it, touches every entity it changed and answers the
 * id of what it was about. A type error is the result of leaving one out.
 */
export interface Command<N extends CommandName, Subject> {
  name: N
  find(unit: Unit, input: CommandInput<N>): Promise<Subject>
  access(unit: Unit, subject: Subject, input: CommandInput<N>): Verdict
  run(unit: Unit, subject: Subject, input: CommandInput<N>): Promise<string>
}

export type AnyCommand = {
  name: CommandName
  apply(unit: Unit, input: unknown): Promise<{ refused: ErrorCode } | { id: string }>
}

/** Closes a command over its subject's type, so that commands of all kinds fit one table. */
export const command = <N extends CommandName, Subject>(definition: Command<N, Subject>): AnyCommand => ({
  name: definition.name,
  async apply(unit, input) {
    const subject = await definition.find(unit, input as CommandInput<N>)
    const verdict = definition.access(unit, subject, input as CommandInput<N>)
    if (verdict !== 'allowed') return { refused: verdict }
    return { id: await definition.run(unit, subject, input as CommandInput<N>) }
  },
})
