import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { createFormats } from '../../i18n/formats.ts'
import { signal } from '../../signals/signal.ts'
import type { Widget } from '../../thread/widget.ts'
import type { Writing } from '../../thread/writing.ts'
import { createWriting, noteOf } from '../../thread/writing.ts'
import type { Mode, Team } from '../team.ts'
import { createTexts } from '../texts.ts'
import { ModeSwitch } from './mode-switch.tsx'
import { switchMode } from './switch-mode.ts'

afterEach(cleanup)

const THREAD = 't_1'
const t = createTexts(createFormats('en'))

const desk = () => {
  const writings = new Map<string, Writing>()
  const mode: Team['mode'] = signal<Mode>('public')
  const said: Widget['said'] = signal(null)
  const writing = (target: string) => {
    const known = writings.get(target) ?? createWriting(target)
    writings.set(target, known)
    return known
  }
  return {
    mode,
    said,
    reply: writing(THREAD).text,
    note: writing(noteOf(THREAD)).text,
    turn: (next: Mode) => switchMode({ mode, t }, { said, writing }, THREAD, next),
  }
}

describe('turning the composer round', () => {
  it('takes along what is written and says for whom it is now', () => {
    const { mode, said, reply, note, turn } = desk()
    reply.value = 'Finance says no'
    turn('note')
    expect([mode.value, reply.value, note.value]).toEqual(['note', '', 'Finance says no'])
    expect(said.value).toEqual({ voice: 'polite', text: 'Now writing an internal note, for your team only' })
    turn('public')
    expect([mode.value, reply.value, note.value]).toEqual(['public', 'Finance says no', ''])
  })

  it('never mixes a note that was begun with a reply that was begun', () => {
    const { reply, note, turn } = desk()
    reply.value = 'Yes, it does'
    turn('note')
    note.value = 'Ask finance first'
    reply.value = 'Yes'
    turn('public')
    expect([reply.value, note.value]).toEqual(['Yes', 'Ask finance first'])
  })

  it('says nothing when it was the right way round already', () => {
    const { said, turn } = desk()
    turn('public')
    expect(said.value).toBeNull()
  })
})

describe('the switch', () => {
  it('shows which side is up and hands over the other', () => {
    const chosen: Mode[] = []
    render(
      <ModeSwitch
        label="Who can read it"
        mode="public"
        options={[
          { mode: 'public', text: 'Public reply' },
          { mode: 'note', text: 'Internal note', mark: 'Draft' },
        ]}
        onChoose={mode => chosen.push(mode)}
      />,
    )
    const pressed = (name: RegExp) => screen.getByRole('button', { name }).getAttribute('aria-pressed')
    expect([pressed(/Public/), pressed(/Internal note.*Draft/)]).toEqual(['true', 'false'])
    fireEvent.click(screen.getByRole('button', { name: /Internal/ }))
    expect(chosen).toEqual(['note'])
  })
})
