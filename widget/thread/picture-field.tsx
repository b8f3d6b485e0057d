import { ALT_MAX, IMAGES_MAX } from '../../server/contract/limits.ts'
import { newId } from '../model/new-id.ts'
import { useEffect } from '../signals/render.ts'
import styles from '../styles/pictures.css?inline'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { CLOSE } from '../ui/more-icons.ts'
import { DrawnPicture } from './drawn-picture.tsx'
import { reencode } from './reencode.ts'
import type { Widget } from './widget.ts'
import { useWidget } from './widget.ts'
import type { DraftPicture, Writing } from './writing.ts'

const change = ({ pictures }: Writing, key: string, by: Partial<DraftPicture>) => {
  pictures.value = pictures.peek().map(one => (one.key === key ? { ...one, ...by } : one))
}

/** Takes pictures into a message that is being written; what cannot be shown says so in its place. */
export const addPictures = (writing: Writing, files: readonly File[], { formats, said, t }: Widget): void => {
  for (const file of files) {
    const { name } = file
    const key = newId()
    const full = writing.pictures.peek().filter(one => !one.problem).length >= IMAGES_MAX
    const problem = full ? t('file.many', { name, max: formats.number(IMAGES_MAX) }) : null
    writing.pictures.value = [...writing.pictures.peek(), { key, name, alt: '', made: null, problem }]
    said.value = { voice: problem ? 'assertive' : 'polite', text: problem ?? t('file.preparing', { name }) }
    if (full) return
    // One after the other: a photograph is large while it is drawn.
    writing.ready = writing.ready
      .then(() => reencode(file))
      .then(
        made => change(writing, key, { made }),
        () => {
          const why = t('file.type', { name })
          change(writing, key, { problem: why })
          said.value = { voice: 'assertive', text: `${t('err.prefix')} ${why}` }
        },
      )
  }
}

/** The pictures of a message that is being written: what each shows, in words, and how to take it out again. */
export const PictureField = ({ writing }: { writing: Writing }) => {
  const { adopt, conversation, focus, t } = useWidget()
  adopt(styles)
  useEffect(() => {
    Promise.all([conversation.writer(), import('./draft-pictures.ts')])
      .then(([{ name }, { keepPictures }]) => keepPictures(writing, name))
      .catch(() => {})
  }, [writing])
  const remove = (key: string) => {
    writing.pictures.value = writing.pictures.peek().filter(one => one.key !== key)
    focus(`${writing.target}-pick`)
  }
  return (
    <ul class="chosen">
      {writing.pictures.value.map(({ key, name, alt, made, problem }) => (
        <li key={key}>
          {made && (
            <DrawnPicture load={async () => new Blob([made.bytes])} {...made} of={key} side={64} label="" />
          )}
          {made ? (
            <Field
              id={`${key}-alt`}
              label={t('file.alt')}
              errorPrefix={t('err.prefix')}
              value={alt}
              maxlength={ALT_MAX}
              onInput={value => change(writing, key, { alt: value })}
            />
          ) : (
            <p class={problem ? 'error' : 'hint'}>
              {problem && <span class="sr">{t('err.prefix')} </span>}
              {problem ?? t('file.preparing', { name })}
            </p>
          )}
          <button
            type="button"
            class="bare"
            aria-label={t('file.remove', { name })}
            onClick={() => remove(key)}
          >
            <Icon d={CLOSE} />
          </button>
        </li>
      ))}
    </ul>
  )
}
