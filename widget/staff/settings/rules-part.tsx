import { WORD_MAX, WORDS_MAX } from '../../../server/contract/limits.ts'
import type { ModerationRules } from '../../../server/contract/queue.ts'
import { useEffect, useSignal } from '../../signals/render.ts'
import { useTeam } from '../team.ts'
import type { PartProps } from './part.ts'
import { SettingsForm } from './settings-form.tsx'
import { useSave } from './use-save.ts'

const LINKS = [1, 2, 3, 5, 10]
const RATES = [5, 10, 20, 50, 100]

const wordsOf = (text: string) => [
  ...new Set(
    text
      .split('\n')
      .map(word => word.trim().slice(0, WORD_MAX))
      .filter(word => word !== ''),
  ),
]

/** What new messages are examined for. */
export const RulesPart = ({ t, may, explain }: PartProps) => {
  const { desk } = useTeam()
  const rules = useSignal<ModerationRules | null>(null)
  const words = useSignal('')
  const trouble = useSignal<string | null>(null)
  const wrong = useSignal<string | null>(null)
  const { busy, outcome, run } = useSave(t('set.saved'))
  const locked = !may('moderation')
  const take = (found: ModerationRules) => {
    rules.value = found
    words.value = found.words.join('\n')
  }
  useEffect(() => {
    desk.read<ModerationRules>('/moderation').then(take, thrown => {
      trouble.value = explain(thrown)
    })
  }, [])
  const known = rules.value
  if (!known) return trouble.value && <p class="settings-trouble">{trouble.value}</p>
  const set = (change: Partial<ModerationRules>) => {
    rules.value = { ...known, ...change }
  }
  const save = () => {
    const list = wordsOf(words.peek())
    wrong.value = list.length > WORDS_MAX ? t('rules.tooMany', { n: WORDS_MAX }) : null
    if (wrong.peek()) return document.getElementById('rules-words')?.focus()
    void run(async () => {
      try {
        take(await desk.write<ModerationRules>('POST', '/moderation', { ...rules.peek(), words: list }))
        return null
      } catch (thrown) {
        return explain(thrown)
      }
    })
  }
  const number = (name: 'links' | 'rate', choices: readonly number[]) => {
    const now = known[name]
    const all = [...new Set([...choices, ...(now === null ? [] : [now])])].sort((a, b) => a - b)
    return (
      <label class="settings-row">
        {t(`rules.${name}`)}
        <select
          value={now === null ? '' : String(now)}
          onChange={event => set({ [name]: Number(event.currentTarget.value) || null })}
        >
          <option value="">{t('rules.off')}</option>
          {all.map(n => (
            <option key={n} value={n}>
              {n}
            </option>
          ))}
        </select>
      </label>
    )
  }
  const tick = (name: 'first' | 'repeat') => (
    <label class="tick">
      <input
        type="checkbox"
        checked={known[name]}
        onChange={event => set({ [name]: event.currentTarget.checked })}
      />
      {t(`rules.${name}`)}
    </label>
  )
  return (
    <SettingsForm
      deed={locked ? null : t('set.save')}
      busy={busy.value}
      outcome={outcome.value}
      onSend={save}
    >
      {locked && <p class="settings-note">{t('set.readOnly')}</p>}
      <p class="hint">{t('rules.why')}</p>
      <fieldset disabled={locked} class="settings-fields">
        {number('links', LINKS)}
        {number('rate', RATES)}
        {tick('first')}
        {tick('repeat')}
        <div class="field">
          <label for="rules-words">{t('rules.words')}</label>
          <textarea
            id="rules-words"
            class="prose-field"
            dir="auto"
            rows={6}
            spellcheck={false}
            value={words.value}
            aria-invalid={wrong.value ? true : undefined}
            aria-describedby="rules-words-hint rules-words-error"
            onInput={event => {
              words.value = event.currentTarget.value
            }}
          />
          <p class="error" id="rules-words-error">
            {wrong.value}
          </p>
          <p class="hint" id="rules-words-hint">
            {t('rules.wordsHint')}
          </p>
        </div>
      </fieldset>
    </SettingsForm>
  )
}
