import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { CommandResult, commandInputs } from './commands.ts'
import { errors } from './errors.ts'
import { Beacon, Pulled } from './feed.ts'
import { Insights, InsightsQuery } from './insights.ts'
import { PROTOCOL } from './limits.ts'
import { OwnTexts } from './own-texts.ts'
import { Device, NewDevice, NewOwner, SignIn, StaffSession } from './person.ts'
import { Presence, Writing } from './presence.ts'
import { Problem } from './problem.ts'
import * as reads from './reads.ts'
import { SiteSettings } from './settings.ts'
import { CommandCall, Handshake, Look, Watch, Watching } from './socket.ts'

/**
 * The hash of everything that crosses the wire, per protocol version. When this test fails: is the change one that
 * clients of the present version survive (a new optional field, a new code)? Then write the new hash. If not, raise
 * PROTOCOL in limits.ts, add a line here, and keep serving the version before.
 */
const HASHES: Record<number, string> = {
  1: '5ff0abebeed1e81d',
}

const crossing = {
  ...{ NewDevice, Device, NewOwner, SignIn, StaffSession, Presence, Writing, Problem },
  ...{ Pulled, Beacon, CommandResult, CommandCall, Handshake, Look, Watch, Watching },
  ...reads,
  ...{ Insights, InsightsQuery, OwnTexts, SiteSettings },
  ...commandInputs,
}

describe('[X1] protocol', () => {
  it('has the shapes its version stands for', () => {
    const shapes = Object.entries(crossing)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, schema]) => [
        name,
        z.toJSONSchema(schema as z.ZodType, { unrepresentable: 'any', io: 'input' }),
      ])
    const codes = Object.entries(errors).map(([code, { status }]) => `${code} ${status}`)
    const hash = createHash('sha256')
      .update(JSON.stringify([shapes, codes]))
      .digest('hex')
      .slice(0, 16)
    expect(hash).toBe(HASHES[PROTOCOL])
  })
})
