import type { Insights } from '../contract/insights.ts'
import { KINDS } from '../contract/limits.ts'
import type { Past, PastReply, PastThread } from './history.fixture.ts'
import { HORIZON_DAYS, NOW, QUARTER, TEAM } from './history.fixture.ts'

const DAY = 24 * 60 * 60_000
const HOUR = 60 * 60_000
const WEEKDAYS = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** The definitions once more, as plainly as they can be said: no SQL, no calendar arithmetic. */
export function slowly(past: Past): Omit<Insights, 'ideas'> & { ideas: { votes: number; fresh: number }[] } {
  const clock = wallClock(past.timeZone)
  const length = Number(past.days)
  const days = lastDays(clock.day, length * 2)
  const [before, range] = [days.slice(0, length), days.slice(length)]
  const office = past.office === '1' && past.hours.length > 0
  const inOffice = (at: number) => {
    const { weekday, minute } = clock.wall(at)
    return past.hours.some(h => h.day === weekday && minute >= h.opens && minute < h.closes)
  }
  const waited = (from: number, to: number) => {
    if (!office) return Math.max(0, to - from)
    let sum = 0
    for (let at = from; at < to; at += QUARTER) if (inOffice(at)) sum += QUARTER
    return sum
  }

  const customers = past.threads.filter(
    t =>
      !TEAM.includes(t.by) &&
      (t.visibility === 'public' ||
        t.visibility === 'held' ||
        (t.visibility === 'removed' && t.removedBy === 'brand')) &&
      (past.kind === undefined || t.kind === past.kind),
  )
  const firstWord = (t: PastThread) =>
    Math.min(
      ...t.replies
        .filter(r => r.visibility === 'public' && !r.note && r.words && TEAM.includes(r.by))
        .map(r => r.at),
    )
  const accepted = (t: PastThread): PastReply | undefined => t.replies[t.accepted ?? -1]
  const begun = (window: string[]) => customers.filter(t => window.includes(clock.day(t.at)))
  const times = (threads: PastThread[]) =>
    threads
      .filter(t => t.kind !== 'praise' && firstWord(t) !== Number.POSITIVE_INFINITY)
      .map(t => waited(t.at, firstWord(t)))
  const listens = (t: PastThread) => !t.locked && t.visibility !== 'removed'

  const figures = (window: string[]): Insights['now'] => {
    const threads = begun(window)
    const asked = threads.filter(t => t.kind !== 'praise')
    const took = times(threads)
    const unheard = asked.filter(t => firstWord(t) === Number.POSITIVE_INFINITY && !accepted(t) && listens(t))
    const target = past.targetMinutes * 60_000
    const heard = asked.filter(t => firstWord(t) !== Number.POSITIVE_INFINITY)
    const byOthers = asked.filter(t => firstWord(t) === Number.POSITIVE_INFINITY && accepted(t))
    const withinTarget = heard.filter(t => waited(t.at, firstWord(t)) <= target).length
    const answers = threads.flatMap(t => accepted(t) ?? [])
    const loop = (reached: (status: string) => boolean) => {
      const spans = threads
        .filter(t => t.kind === 'idea')
        .flatMap(t => {
          const moves = t.replies.filter(r => r.status && reached(r.status)).map(r => r.at)
          return moves.length > 0 ? [Math.max(0, Math.min(...moves) - t.at)] : []
        })
      return { n: spans.length, median: rank(spans, 0.5) }
    }
    const acts = past.threads.flatMap(t => {
      if (past.kind !== undefined && t.kind !== past.kind) return []
      return [
        ...(t.visibility === 'spam' ? [] : [{ by: t.by, at: t.at }]),
        ...t.replies.filter(r => r.visibility !== 'spam' && !r.note),
        ...t.votes,
      ]
    })
    const daysOf = new Map<string, Set<string>>()
    for (const { by, at } of acts)
      if (!TEAM.includes(by) && window.includes(clock.day(at)))
        daysOf.set(by, (daysOf.get(by) ?? new Set()).add(clock.day(at)))
    return {
      firstReply: {
        n: took.length,
        median: rank(took, 0.5),
        p90: rank(took, 0.9),
        waiting: unheard.length,
        oldestWaiting: unheard.length > 0 ? Math.min(...unheard.map(t => t.at)) : null,
      },
      answers: {
        all: asked.length,
        withinTarget,
        later: heard.length - withinTarget,
        byCustomers: byOthers.length,
        none: asked.length - heard.length - byOthers.length,
      },
      accepted: { all: answers.length, byCustomers: answers.filter(r => !TEAM.includes(r.by)).length },
      loop: { decided: loop(s => s !== 'open'), shipped: loop(s => s === 'shipped') },
      people: { all: daysOf.size, returning: [...daysOf.values()].filter(set => set.size >= 2).length },
      threads: threads.length,
    }
  }

  const open = customers.filter(
    t => t.kind === 'question' && listens(t) && firstWord(t) === Number.POSITIVE_INFINITY && !accepted(t),
  )
  const aged = (from: number, to: number) =>
    open.filter(t => NOW - t.at >= from * HOUR && NOW - t.at < to * HOUR).length
  const waiting = customers.filter(listens).flatMap(t => waitingSince(t) ?? [])
  const ideas = past.kind === undefined || past.kind === 'idea' ? past.threads : []
  return {
    timeZone: past.timeZone,
    office,
    targetMinutes: past.targetMinutes,
    from: range[0] as string,
    to: range.at(-1) as string,
    step: 'day',
    now: figures(range),
    before: figures(before),
    steps: range.map(day => {
      const threads = begun([day])
      const took = times(threads)
      const count = (kind: string) => threads.filter(t => t.kind === kind).length
      return {
        day,
        firstReply: { n: took.length, median: rank(took, 0.5), p90: rank(took, 0.9) },
        volume: Object.fromEntries(KINDS.map(kind => [kind, count(kind)])) as never,
      }
    }),
    open: {
      all: open.length,
      under4h: aged(0, 4),
      under24h: aged(4, 24),
      under3d: aged(24, 72),
      older: aged(72, Number.POSITIVE_INFINITY),
      oldest: open.length > 0 ? Math.min(...open.map(t => t.at)) : null,
    },
    waiting: { all: waiting.length, oldest: waiting.length > 0 ? Math.min(...waiting) : null },
    ideas: ideas
      .filter(t => t.kind === 'idea' && t.visibility === 'public')
      .map(t => ({
        votes: t.votes.length,
        fresh: t.votes.filter(v => range.includes(clock.day(v.at))).length,
      }))
      .sort((a, b) => b.votes - a.votes || b.fresh - a.fresh)
      .slice(0, 20),
  }
}

/** Since when a visitor has had the last public word. Replies stand in the order in which they were written down. */
function waitingSince(thread: PastThread): number | null {
  const said = [
    { by: thread.by, at: thread.at },
    ...thread.replies.filter(r => r.visibility === 'public' && !r.note),
  ]
  const lastOfTeam = said.findLastIndex(message => TEAM.includes(message.by))
  const since = said.slice(lastOfTeam + 1)
  return since.length > 0 ? Math.min(...since.map(message => message.at)) : null
}

function rank(values: number[], q: number): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.ceil(q * sorted.length - 1e-9) - 1] ?? null
}

/** What a clock on the wall shows, one quarter of an hour after the other. */
function wallClock(timeZone: string) {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const known = new Map<number, { day: string; weekday: number; minute: number }>()
  const wall = (at: number) => {
    const shown = known.get(at) ?? look(at)
    known.set(at, shown)
    return shown
  }
  const look = (at: number) => {
    const of = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]))
    return {
      day: `${of.year}-${of.month}-${of.day}`,
      weekday: WEEKDAYS.indexOf(of.weekday ?? ''),
      minute: Number(of.hour) * 60 + Number(of.minute),
    }
  }
  return { wall, day: (at: number) => wall(at).day }
}

/** The days that end today, met by walking through them. */
function lastDays(day: (at: number) => string, count: number): string[] {
  const met = new Set<string>()
  for (let at = NOW - (Math.max(HORIZON_DAYS, count) + 3) * DAY; at <= NOW; at += QUARTER * 4)
    met.add(day(at))
  return [...met].slice(-count)
}
