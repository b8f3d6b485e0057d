import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

describe('config', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({ port: 8080, dataDir: 'data', databaseUrl: null, redisUrl: null })
  })

  it('counts empty variables as unset', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 8080, databaseUrl: null })
  })

  it('names every variable that does not fit, in one message', () => {
    const bad = { PORT: 'eighty', DATABASE_URL: 'mysql://x', REDIS_URL: 'nope', LOG_LEVEL: 'loud' }
    expect(() => readConfig(bad)).toThrow(ConfigError)
    expect(() => readConfig(bad)).toThrow(/PORT[\s\S]*DATABASE_URL[\s\S]*REDIS_URL[\s\S]*LOG_LEVEL/)
  })

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true)
  })
})
