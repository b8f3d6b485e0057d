import type { CommandName } from '../server/contract/commands.ts'
import type { MyState } from '../server/contract/reads.ts'
import type { Answers } from './answers.ts'
import { isRefused } from './answers.ts'
import { AS_OF, EPOCH } from './rows.ts'
import { standInUpload } from './stand-in-upload.ts'
import { StandInSocket } from './wire.ts'

/** Stands in for the servers of all scenes that are on show, each at an origin of its own. */
export interface StandIn {
  /** Answers at `origin` until taken away. */
  open: (origin: string, answers: Answers) => { wire: () => Promise<StandInSocket>; close: () => void }
}

const never = new Promise<never>(() => {})

const answerTo = ({ pathname: path, searchParams }: URL, answers: Answers) => {
  const { snapshot, thread, search, similar, mine, own, commands } = answers
  const [, what = ''] = /\/sites\/[^/]+\/(.*)$/.exec(path.replace('/inline/', '/')) ?? []
  const isNarrowed = searchParams.has('kind') || searchParams.has('page')
  if (what === 'snapshot') return (isNarrowed && answers.narrowed) || snapshot
  if (what === 'threads') return answers.list ?? snapshot
  if (what === 'images') return answers.upload
  if (what.endsWith('/people')) return { people: answers.people ?? [] }
  if (what.endsWith('/replies')) return answers.earlier
  if (what.endsWith('/history')) return answers.history
  if (what.endsWith('/audience')) return { people: 14 }
  if (what.startsWith('threads/')) return thread
  if (what === 'standing') return { unanswered: 4, flagged: 1, team: [] }
  if (what === 'search') return searchParams.has('cursor') ? answers.found : search
  if (what === 'similar') return similar
  if (what === 'me/threads') return mine
  if (what === 'devices') return { token: 'token', me: { id: 'p_me', name: 'Anna R.', verified: false } }
  if (what.startsWith('commands/')) return commands?.[what.slice('commands/'.length) as CommandName]
  if (what === 'me') {
    const state: MyState = {
      epoch: EPOCH,
      asOf: AS_OF,
      me: { id: 'p_me', name: 'Anna R.', verified: false, ...(answers.email && { email: answers.email }) },
      own: [...(own ?? [])],
    }
    return state
  }
  return undefined
}

/** What every picture of a message looks like here. */
const aPicture = () => {
  const canvas = new OffscreenCanvas(640, 480)
  const paper = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
  const sky = paper.createLinearGradient(0, 0, 640, 480)
  sky.addColorStop(0, '#f3c969')
  sky.addColorStop(1, '#3b6ea8')
  paper.fillStyle = sky
  paper.fillRect(0, 0, 640, 480)
  return canvas.convertToBlob()
}

/** Takes the place of the page's `fetch`, `XMLHttpRequest` and `WebSocket` for addresses that a scene is at. */
export const installStandIn = (): StandIn => {
  const servers = new Map<string, { answers: Answers; socket: (made: StandInSocket) => void }>()
  const realFetch = window.fetch
  const RealSocket = window.WebSocket

  window.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href)
    const server = servers.get(url.origin)
    if (!server) return realFetch(input, init)
    const isPicture = url.pathname.includes('/images/') && server.answers.picture !== 'cut'
    if (isPicture) return new Response(await aPicture())
    if (url.pathname.includes('/images/')) throw new TypeError('The line is cut')
    const answer = answerTo(url, server.answers)
    if (!answer) return never
    if (answer === 'done') return Response.json({ id: 'p_me', epoch: EPOCH, seq: AS_OF, changes: [] })
    if (answer === 'cut') throw new TypeError('The line is cut')
    return Response.json(answer, { status: isRefused(answer) ? 409 : 200 })
  }
  window.XMLHttpRequest = standInUpload(address => servers.has(new URL(address, location.href).origin))
  window.WebSocket = new Proxy(RealSocket, {
    construct: (target, [address, protocols]: [string, string?]) => {
      const server = servers.get(new URL(address.replace(/^ws/, 'http')).origin)
      if (!server) return Reflect.construct(target, [address, protocols])
      const made = new StandInSocket(server.answers)
      server.socket(made)
      return made
    },
  })

  return {
    open: (origin, answers) => {
      let opened: (made: StandInSocket) => void = () => {}
      const socket = new Promise<StandInSocket>(resolve => {
        opened = resolve
      })
      servers.set(origin, { answers, socket: opened })
      return { wire: () => socket, close: () => servers.delete(origin) }
    },
  }
}
