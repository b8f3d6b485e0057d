import { z } from 'zod'

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
  if (!parsed.success) {
    const lines = parsed.error.issues.map(issue => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new ConfigError(`These environment variables do not fit:\n${lines.join('\n')}`)
  }
  const env = parsed.data
  return Object.freeze({
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL?.replace(/\/$/, '') ?? null,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL ?? null,
    redisUrl: env.REDIS_URL ?? null,
    redisPrefix: env.REDIS_PREFIX,
    images: env.IMAGES_MB,
    trustedProxies: env.TRUSTED_PROXIES,
    demoPort: env.DEMO_PORT,
    overload: env.OVERLOAD_MS,
    logLevel: env.LOG_LEVEL,
  })
}
