import { LABEL_MAX } from '../../../../server/contract/limits.ts'
import { useEffect, useSignal } from '../../../signals/render.ts'
import { useWidget } from '../../../thread/widget.ts'
import { useTeam } from '../../team.ts'
import type { PartProps } from '../part.ts'
import { Saved } from '../saved.tsx'
import { useSave } from '../use-save.ts'

/** What the team calls conversations: a name is changed where it stands. */
export const LabelList = ({ t, may, explain }: PartProps) => {
  const { kept, run: command, t: staff } = useTeam()
  const { focus } = useWidget()
  const fresh = useSignal('')
  const leaving = useSignal<string | null>(null)
  const { busy, outcome, run } = useSave(t('set.saved'))
  const locked = !may('labels')
  const load = () => kept.loadLabels().then(() => null, explain)
  const trouble = useSignal<string | null>(null)
  useEffect(() => {
    void load().then(failed => {
      trouble.value = failed
    })
  }, [])
  const labels = kept.labels.value
  const isTaken = (name: string, id?: string) => labels.some(one => one.id !== id && one.name === name)

  const rename = (id: string, before: string, field: HTMLInputElement) => {
    const name = field.value.replace(/\s+/g, ' ').trim()
    if (name === before) return
    void run(async () => {
      const failed = name && !isTaken(name, id) ? await command('label.rename', { label: id, name }) : ''
      if (failed === null) return load()
      field.value = before
      return failed || staff(name ? 'views.nameTaken' : 'views.nameEmpty')
    })
  }
  const add = () =>
    void run(async () => {
      const name = fresh.peek().replace(/\s+/g, ' ').trim()
      if (!name) return staff('views.nameEmpty')
      if (isTaken(name)) return staff('views.nameTaken')
      const failed = await command('label.add', { name })
      if (failed !== null) return failed
      fresh.value = ''
      return load()
    }).then(() => {
      // Unless they have gone on to another name meanwhile.
      focus('new-label', '.members input:focus')
    })
  const drop = (id: string) =>
    void run(async () => {
      leaving.value = null
      return (await command('label.delete', { label: id })) ?? load()
    }).then(() => focus('new-label', '.members input:focus'))

  return (
    <section aria-labelledby="labels-title">
      <h2 id="labels-title">{staff('s.labels')}</h2>
      {trouble.value && <p class="settings-trouble">{trouble.value}</p>}
      <ul class="members">
        {labels.map(({ id, name, threads }) => (
          <li key={id}>
            {locked ? (
              <bdi class="member-name">{name}</bdi>
            ) : (
              <input
                class="label-name"
                dir="auto"
                aria-label={t('set.labelName', { name })}
                maxLength={LABEL_MAX}
                defaultValue={name}
                onBlur={event => rename(id, name, event.currentTarget)}
                onKeyDown={event => {
                  if (event.key === 'Enter') event.currentTarget.blur()
                  if (event.key === 'Escape') event.currentTarget.value = name
                }}
              />
            )}
            <span class="hint">{staff('s.conversations', { n: threads })}</span>
            {!locked &&
              (leaving.value === id ? (
                <button type="button" class="quiet danger" onClick={() => drop(id)}>
                  {t('set.deleteReally', { name })}
                </button>
              ) : (
                <button
                  type="button"
                  class="quiet"
                  onClick={() => {
                    leaving.value = id
                  }}
                >
                  {t('set.delete')}
                  <span class="sr"> {name}</span>
                </button>
              ))}
          </li>
        ))}
      </ul>
      {!locked && (
        <form
          class="settings-foot"
          onSubmit={event => {
            event.preventDefault()
            add()
          }}
        >
          <input
            id="new-label"
            class="label-name"
            dir="auto"
            aria-label={t('set.newLabel')}
            placeholder={t('set.newLabel')}
            maxLength={LABEL_MAX}
            value={fresh.value}
            onInput={event => {
              fresh.value = event.currentTarget.value
            }}
          />
          <button type="submit" class="quiet" aria-disabled={busy.value}>
            {staff('s.addLabel')}
          </button>
          <Saved outcome={outcome.value} />
        </form>
      )}
    </section>
  )
}
