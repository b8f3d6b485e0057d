import { z } from 'zod'
import type { Sender } from './mail/address.ts'
import { readSender } from './mail/address.ts'

const port = z.coerce.number().int().min(0).max(65_535)
const url = (...protocols: string[]) =>
  z.url({ protocol: new RegExp(`^(${protocols.join('|')})$`), hostname: /./ })

/** Every variable the server reads, with its default. The README's table is made of these. */
const Environment = z.object({
  PORT: port.default(8080).describe('port to listen on'),
  HOST: z.string().min(1).default('0.0.0.0').describe('address to listen on'),
  PUBLIC_URL: url('https?')
    .optional()
    .describe('how browsers reach the server; default http://localhost:PORT'),
  DATA_DIR: z.string().min(1).default('data').describe('folder of the SQLite file'),
  DATABASE_URL: url('postgres', 'postgresql').optional().describe('Postgres instead of SQLite'),
  REDIS_URL: url('rediss?').optional().describe('Redis, when several nodes serve one database'),
  REDIS_PREFIX: z.string().min(1).default('parla').describe('keeps several installations on one Redis apart'),
  IMAGES_MB: z.coerce
    .number()
    .int()
    .min(0)
    .default(1024)
    .describe('megabytes of images that one site may keep; 0: no images'),
  SMTP_URL: url('smtps?')
    .optional()
    .describe('mail server, with user and password; without it no letters are sent'),
  MAIL_FROM: z
    .string()
    .refine(text => readSender(text) !== null, 'Not an address, such as Acme <talk@acme.example>')
    .optional()
    .describe('who letters are from, such as Acme <talk@acme.example>'),
  TRUSTED_PROXIES: z
    .string()
    .optional()
    .describe('addresses (CIDR, comma-separated) whose X-Forwarded-For is believed'),
  DEMO_PORT: port.default(8081).describe('port of the demo brand’s site (npm start)'),
  OVERLOAD_MS: z.coerce
    .number()
    .int()
    .min(1)
    .default(200)
    .describe('how late the event loop may be, in milliseconds, before new work is refused'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('warn')
    .describe('what is logged, as JSON lines on standard error'),
})

export interface Config {
  readonly port: number
  readonly host: string
  /** Null: http://localhost with whatever port was given. */
  readonly publicUrl: string | null
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly redisUrl: string | null
  readonly redisPrefix: string
  /** Megabytes that one site may keep. */
  readonly images: number
  /** Null: no letters are sent. */
  readonly mail: { readonly url: string; readonly from: Sender } | null
  readonly trustedProxies: string | undefined
  readonly demoPort: number
  /** Milliseconds. */
  readonly overload: number
  readonly logLevel: string
}

/** One message naming every variable that does not fit. */
export class ConfigError extends Error {}

/** Environment → frozen Config. Empty variables count as unset. @throws ConfigError */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const parsed = Environment.safeParse(set)
  const lines = [
    ...(parsed.error?.issues ?? []).map(issue => `  ${issue.path.join('.')}: ${issue.message}`),
    ...halfPairs(set),
  ]
  if (!parsed.success || lines.length > 0)
    throw new ConfigError(`These environment variables do not fit:\n${lines.join('\n')}`)
  const env = parsed.data
  const from = env.MAIL_FROM === undefined ? null : readSender(env.MAIL_FROM)
  return Object.freeze({
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL?.replace(/\/$/, '') ?? null,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL ?? null,
    redisUrl: env.REDIS_URL ?? null,
    redisPrefix: env.REDIS_PREFIX,
    images: env.IMAGES_MB,
    mail: env.SMTP_URL !== undefined && from !== null ? { url: env.SMTP_URL, from } : null,
    trustedProxies: env.TRUSTED_PROXIES,
    demoPort: env.DEMO_PORT,
    overload: env.OVERLOAD_MS,
    logLevel: env.LOG_LEVEL,
  })
}

/** Where one of two is set that mean nothing alone. */
function halfPairs(set: Record<string, unknown>): string[] {
  const [url, from] = ['SMTP_URL', 'MAIL_FROM']
  if (url in set === from in set) return []
  return url in set ? [`  ${from}: Needed with ${url}`] : [`  ${url}: Needed with ${from}`]
}
