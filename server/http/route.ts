import type { z } from 'zod'
import type { InlineViewer } from '../auth/passes.ts'
import type { Session, StaffViewer } from '../auth/staff.ts'
import type { ErrorCode } from '../contract/errors.ts'
import type { Actor, Viewer } from '../features/viewer.ts'
import type { HttpDeps } from './deps.ts'

/**
 * Who may call, by rising privilege. `anybody` reads what is public, with no credential looked at; `maybe-visitor` may
 * show a device token, `visitor` must; `maybe-account` may be signed in, `account` is, `staff` also has a role on the
 * site. `inline` is staff on a brand's page, by a pass. `open` is outside every site.
 */
export type Who =
  | 'open'
  | 'anybody'
  | 'maybe-visitor'
  | 'visitor'
  | 'inline'
  | 'maybe-account'
  | 'account'
  | 'staff'

/** What is known of the caller once they were let in. */
export interface Standing {
  open: object
  anybody: { viewer: Viewer }
  'maybe-visitor': { viewer: Viewer; token: string | undefined }
  visitor: { viewer: Actor; token: string }
  inline: { viewer: InlineViewer }
  'maybe-account': { session: Session | null }
  account: { session: Session }
  staff: { viewer: StaffViewer; session: Session }
}

type Params = Record<string, z.ZodType>
/** No parameters beside the site. */
export type None = Record<never, z.ZodType>

/** One request, checked and let in. */
export type Call<W extends Who, P extends Params, Q, B> = Standing[W] & {
  deps: HttpDeps
  params: { [K in keyof P]: z.infer<P[K]> }
  query: Q
  body: B
  /** Of the page that asks, as its browser says. */
  origin: string | undefined
  /** The caller's address prefix, for budgets. */
  from: string
  /** What the caller's browser calls itself, shortened. */
  agent: string
  /** The body, on routes that take a file. */
  file: Buffer
  /** The `Idempotency-Key`, on routes that ask for one. */
  key: string
  /** Aborted when the caller is gone. */
  gone: AbortSignal
  /** Gives the admin's cookie, or takes it away. */
  setSession(token: string | null): void
}

/** A file as it is sent: its type is that of its bytes, and nothing in it ever runs. */
export interface FileAnswer {
  type: string
  bytes: Buffer
  /** What it is called where somebody keeps it. */
  name: string
  /** Any browser may keep it for ever; else none does. */
  lasting: boolean
}

export interface Answer<R extends z.ZodType> {
  status: 200 | 201
  schema: R
  example: z.input<R>
}

export interface Taken {
  types: readonly string[]
  most: number
  example: string
}

/** One of several addresses that a route stands for, each with its own body: the commands. */
export interface Variant {
  value: string
  summary: string
  body: z.ZodType
  example: unknown
  answer: unknown
  problems: readonly ErrorCode[]
}

interface Definition<
  W extends Who,
  P extends Params,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
> {
  /** `readThread`: unique, the OpenAPI operation id. */
  name: string
  summary: string
  method: 'get' | 'post' | 'delete'
  /** `/api/v1/sites/{site}/threads/{thread}` */
  path: string
  who: W
  /** All but `site`. A value that does not fit names nothing: `not_found`. */
  params?: P
  query?: Q
  body?: B
  /** The same key twice is one effect and one answer. */
  idempotent?: true
  /** Answered with an ETag of the site's feed position; `kept`: the ready bytes are too. */
  cache?: 'tagged' | 'kept'
  /** The body is a file of one of these types and at most so many bytes, instead of JSON; `example` is one in base64. */
  takes?: Taken
  /** The answer is a {@link FileAnswer} of one of these types. */
  gives?: readonly string[]
  /** Null answers 204, or the file. */
  answer: Answer<R> | null
  examples?: { params?: Record<string, string>; query?: z.input<Q>; body?: z.input<B> }
  /** Beyond those that follow from the rest, see `problems-of.ts`. */
  problems?: readonly ErrorCode[]
  variants?: { param: string; of: readonly Variant[] }
  run(call: Call<W, P, z.output<Q>, z.output<B>>): Promise<z.input<R> | FileAnswer | undefined>
}

/** A route whose types have been checked where it was written. */
export type Route = Omit<
  Definition<Who, Params, z.ZodType, z.ZodType, z.ZodType>,
  'run' | 'params' | 'problems' | 'answer'
> & {
  params: Params
  problems: readonly ErrorCode[]
  answer: { status: 200 | 201; schema: z.ZodType; example: unknown } | null
  run(call: object): Promise<unknown>
}

/** Ties what a route takes to what its `run` receives and answers. */
export const route = <
  W extends Who,
  P extends Params = None,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  R extends z.ZodType = z.ZodUndefined,
>(
  definition: Definition<W, P, Q, B, R>,
): Route => ({ params: {}, problems: [], ...definition }) as unknown as Route

/** By which door a route is entered: the brand's pages, the admin's own origin, or neither. */
export function doorOf({ path }: { path: string }): 'widget' | 'admin' | 'plain' {
  if (path.startsWith('/api/v1/sites/')) return 'widget'
  return path.startsWith('/api/v1/admin/') ? 'admin' : 'plain'
}
