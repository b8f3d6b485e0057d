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

  it('[N1] takes a mail server and a sender together, or neither', () => {
    const mail = {
      SMTP_URL: 'smtps://user:pass%40@mail.acme.example:465',
      MAIL_FROM: 'Acme <talk@acme.example>',
    }
    expect(readConfig({}).mail).toBeNull()
    expect(readConfig(mail).mail).toEqual({
      url: mail.SMTP_URL,
      from: { name: 'Acme', address: 'talk@acme.example' },
    })
    expect(() => readConfig({ SMTP_URL: mail.SMTP_URL })).toThrow(/MAIL_FROM: Needed with SMTP_URL/)
    expect(() => readConfig({ MAIL_FROM: mail.MAIL_FROM, PORT: 'x' })).toThrow(/PORT[\s\S]*SMTP_URL: Needed/)
    expect(() => readConfig({ ...mail, SMTP_URL: 'https://mail.acme.example' })).toThrow(/SMTP_URL/)
    for (const MAIL_FROM of ['Acme', 'Acme <a@b.example>, <c@d.example>', 'Acme\n<a@b.example>'])
      expect(() => readConfig({ ...mail, MAIL_FROM })).toThrow(/MAIL_FROM/)
  })

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true)
  })
})
