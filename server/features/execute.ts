import { createHash } from 'node:crypto'
import type { CommandName, CommandResult } from '../contract/commands.ts'
import { commandInputs } from '../contract/commands.ts'
import { MutationId } from '../contract/ids.ts'
import { INLINE_COMMANDS } from '../contract/limits.ts'
import { AppError } from '../lib/app-error.ts'
import type { Clock } from '../lib/clock.ts'
import { parseInput } from '../lib/parse-input.ts'
import type { Memory } from '../store/mutations.ts'
import { claimMutation, findMutation } from '../store/mutations.ts'
import { findPerson } from '../store/people.ts'
import { findSite } from '../store/sites.ts'
import type { Db, Store } from '../store/store.ts'
import { mayWrite } from './access.ts'
import { factsOf, record } from './audit.ts'
import { commands } from './commands/table.ts'
import { createLoader } from './loader.ts'
import type { RateLimits } from './rate-limits.ts'
import type { Reader, Step } from './render.ts'
import { renderChanges } from './render.ts'
import type { Touch } from './unit.ts'
import { appendToFeed, createUnit, stepsOf } from './unit.ts'
import type { Actor, Viewer } from './viewer.ts'
import { audienceOf } from './viewer.ts'

/** `id` is made by the client at the click; `input` is whatever came over the wire. */
export interface Call {
  id: string
  name: string
  input: unknown
}

/** The one way to write a conversation, whichever door it came through. Throws AppError for every refusal. */
export type Execute = (call: Call, viewer: Viewer) => Promise<CommandResult>

export interface ExecuteParts {
  store: Store
  clock: Clock
  limits: RateLimits
  /** Letters are sent. Left out: none are. */
  mail?: boolean
  /** Called after the commit, when the site's feed has moved. */
  onCommit(siteId: string, head: { epoch: string; head: number }): void
  /** Called after somebody became another: their place on the team, or whether they may write at all. */
  onStanding?(siteId: string, personId: string): void
}

export function createExecute(parts: ExecuteParts): Execute {
  const { store, clock, limits, mail = false, onCommit, onStanding } = parts
  return async (call, viewer) => {
    if (!Object.hasOwn(commandInputs, call.name)) throw new AppError('command_unknown')
    const name = call.name as CommandName
    const input = parseInput(commandInputs[name], call.input)
    const id = parseInput(MutationId, call.id, 'id')
    if (!viewer.person) throw new AppError('unauthenticated')
    const actor: Actor = { ...viewer, person: viewer.person }
    const run = { id, name, input, actor, mail, dialect: store.dialect }
    try {
      await limits.take(name, actor)
    } catch (refusal) {
      // Asking again what became of a write that was done is no further write.
      const done = await store.read(db => findAnswer(db, { ...run, now: clock.now() }))
      if (done) return done
      throw refusal
    }

    const { answer, by } = await store.write(db => runOnce(db, { ...run, now: clock.now() }))
    if (by && answer.rows.length > 0) onCommit(viewer.site.id, { epoch: answer.epoch, head: answer.seq })
    if (by && CHANGE_STANDING.includes(name)) onStanding?.(viewer.site.id, answer.id)
    return store.read(async db => drawAnswer(db, by ?? (await refresh(db, actor)), answer, clock.now()))
  }
}

/** Commands after which somebody is not what their sockets took them for. */
const CHANGE_STANDING: readonly CommandName[] = ['member.role', 'member.remove', 'person.ban']

interface Run {
  id: string
  name: CommandName
  input: unknown
  actor: Actor
  now: number
  mail: boolean
  dialect: Store['dialect']
}

/** What a command that was done has to say, without the places that its changes got. */
interface Said {
  id: string
  touches: Touch[]
}

/** What is remembered of a command that was done: where it led, and which entities it changed. */
interface Answer {
  id: string
  epoch: string
  seq: number
  rows: Step[]
}

/**
 * Claims the id, runs the command, appends to the feed and remembers the answer: all or nothing. From `appendToFeed` on
 * the site's counter is held, and with it every other writer: nothing is read there any more. `by` is null where it had
 * been done before.
 */
async function runOnce(db: Db, run: Run): Promise<{ answer: Answer; by: Actor | null }> {
  const { key, hash } = nameOf(run)
  const earlier = await claimMutation(db, key, hash, run.now)
  if (earlier) return { answer: answerOf(earlier, run.id, hash), by: null }
  const actor = await refresh(db, run.actor)
  if (!mayWrite(actor)) throw new AppError('forbidden')
  if (actor.inline && !(INLINE_COMMANDS as readonly CommandName[]).includes(run.name))
    throw new AppError('forbidden')
  if (actor.person.banned_at !== null) throw new AppError('banned')
  const isStranger = !actor.role && actor.person.sub === null
  if (actor.site.verified_only && isStranger && run.name !== 'person.identify')
    throw new AppError('identity_required')
  const { dialect, mail, now, id: mutationId } = run
  const unit = createUnit({ db, dialect, mail, viewer: actor, now, mutationId })
  const done = await commands[run.name].apply(unit, run.input)
  if ('refused' in done) throw new AppError(done.refused)
  // Reading is no decision.
  if (actor.role && run.name !== 'thread.seen') {
    const by = actor.person.id
    const entry = { siteId: actor.site.id, at: run.now, by, action: run.name, target: done.id }
    await record(db, { ...entry, facts: { ...factsOf(run.input), ...(actor.inline && { inline: true }) } })
  }
  const said = JSON.stringify({ id: done.id, touches: unit.touches } satisfies Said)
  const { epoch, head } = await appendToFeed(unit, { key, said })
  return { answer: answerOf({ hash, epoch, head, said }, run.id, hash), by: actor }
}

/**
 * The answer as its sender sees it now: what the command changed on their audience's stream, then on their own. A
 * second asking gets the same, or what has become of it since.
 */
async function drawAnswer(db: Db, actor: Actor, answer: Answer, now: number): Promise<CommandResult> {
  const { id, epoch, seq, rows } = answer
  const load = createLoader(db, actor.site.id)
  const shared = await renderChanges(load, actor.site, audienceOf(actor), rows, now)
  const me: Reader = { kind: 'me', personId: actor.person.id }
  const own = actor.inline ? [] : await renderChanges(load, actor.site, me, rows, now)
  return { id, epoch, seq, changes: [...shared, ...own].map(step => step.change) }
}

/** A socket may be hours old: names, roles and the site's settings are those of this moment. */
async function refresh(db: Db, { site, person, role, inline }: Actor): Promise<Actor> {
  const [now, known] = [await findSite(db, site.id), await findPerson(db, site.id, person.id)]
  // What was theirs belongs to a customer by now, and so does what they do from here on.
  const they = known?.claimed_by ? await findPerson(db, site.id, known.claimed_by) : known
  if (!now || !they) throw new AppError('unauthenticated')
  return { site: now, person: they, role: role && they.role, ...(inline && { inline }) }
}

/** What identifies a request: the same key means the same write, another hash another request under its name. */
function nameOf({ id, name, input, actor }: Pick<Run, 'id' | 'name' | 'input' | 'actor'>) {
  const key = { site_id: actor.site.id, actor_id: actor.person.id, mutation_id: id }
  const hash = createHash('sha256')
    .update(JSON.stringify([name, input]))
    .digest('base64url')
  return { key, hash }
}

function answerOf(earlier: Memory & { hash: string }, mutationId: string, hash: string): Answer {
  if (earlier.hash !== hash) throw new AppError('conflict')
  const { epoch, head } = earlier
  const { id, touches } = JSON.parse(earlier.said) as Said
  return { id, epoch, seq: head, rows: stepsOf(touches, head, mutationId) }
}

async function findAnswer(db: Db, run: Run): Promise<CommandResult | null> {
  const { key, hash } = nameOf(run)
  const earlier = await findMutation(db, key)
  return earlier
    ? drawAnswer(db, await refresh(db, run.actor), answerOf(earlier, run.id, hash), run.now)
    : null
}
