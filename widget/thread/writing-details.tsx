import type { ComponentChildren } from 'preact'
import { BODY_MAX } from '../../server/contract/limits.ts'
import { failureOf } from '../api/http.ts'
import type { Picture } from '../model/new-message.ts'
import type { Writer } from '../model/types.ts'
import { useEffect, useKept, useRef, useSignal, useSignalEffect } from '../signals/render.ts'
import { Field } from '../ui/field.tsx'
import { useChunk } from '../ui/use-chunk.ts'
import type { LetterGate } from './email-field.tsx'
import { mayBePrivate } from './may-be-private.ts'
import { loadPictureField, PickPictures } from './pick-pictures.tsx'
import { useWidget } from './widget.ts'
import type { Writing } from './writing.ts'

/** Said only from here on. */
const FEW_LEFT = BODY_MAX / 10
/** Whoever has pressed the button so often by the mouse may want to know of the keys. */
const OFTEN = 3

interface Props {
  writing: Writing
  /** On the button that sends. */
  verb: string
  /** Whether a text may go now; asked before anything changes. */
  mayGo?: (body: string) => boolean
  /** Called with a text that may go; empties nothing. Where it rejects, the text stays. */
  onSend: (writer: Writer, body: string, pictures: readonly Picture[]) => void | Promise<void>
  /** What is being changed. */
  first?: string
  /** The way back from changing it, in place of who writes it and of more pictures. */
  cancel?: ComponentChildren
  /** In place of who reads it and who writes it. */
  about?: ComponentChildren
  /** Between the text and the rest. */
  children?: ComponentChildren
}

/** Everything below the text: draft, kind, name, limits, and the button. */
export const WritingDetails = ({
  writing,
  verb,
  mayGo,
  onSend,
  first = '',
  cancel,
  about,
  children,
}: Props) => {
  const widget = useWidget()
  const { conversation, formats, said, waits, t } = widget
  const restored = useSignal(false)
  const asking = useSignal(false)
  const changing = useSignal(false)
  const busy = useSignal(false)
  const name = useSignal(conversation.me.value?.name ?? '')
  const nameError = useSignal('')
  const warning = useSignal<{ text: string; anyway: string } | null>(null)
  /** What was to be sent as it is. */
  const meant = useKept(() => ({ body: '' }))
  const nameField = useRef<HTMLInputElement>()
  const letters = useKept<LetterGate>(() => ({}))
  const { target, text, error: textError } = writing

  useEffect(() => {
    let stop = () => {}
    conversation.writer().then(
      ({ drafts }) => {
        stop = drafts.follow(target, written => {
          text.value = written
        })
        if (text.peek()) return
        const draft = drafts.get(target)
        text.value = draft || first
        restored.value = draft !== ''
      },
      () => {},
    )
    return () => stop()
  }, [target])

  const email = useChunk(
    () => import('./email-field.tsx'),
    conversation.sendsMail.value && (asking.value || changing.value),
  )
  const hint = useChunk(() => import('./keys-hint.tsx'), widget.clicks.value >= OFTEN)
  const papers = useChunk(() => import('./papers.tsx'), !!conversation.site.value?.terms)
  const chosen = useChunk(loadPictureField, restored.value || writing.pictures.value.length > 0)

  useSignalEffect(() => {
    if (text.value.trim()) textError.value = ''
    warning.value = null
    conversation.writer().then(
      ({ drafts }) => drafts.set(target, text.peek() === first ? '' : text.peek()),
      () => {},
    )
  })

  const slowDown = () => t('err.rate', { duration: formats.duration(waits.peek()) })
  const say = (message: string) => {
    said.value = { voice: 'assertive', text: `${t('err.prefix')} ${message}` }
  }
  const refuse = (error: typeof textError, message: string, field: HTMLElement | null) => {
    error.value = message
    say(message)
    field?.focus()
  }

  const askName = () => {
    asking.value = true
    setTimeout(() => nameField.current?.focus())
  }

  /** Of what everybody would read and its author may not have meant them to. */
  const warningOf = async (body: string) => {
    if (meant.body === body || about || !mayBePrivate(body)) return null
    // Without the rules there is nobody to warn.
    const rules = await import('./private-warning.ts').catch(() => null)
    return rules?.privateWarning(body, t) ?? null
  }

  const send = async (anyway = false) => {
    if (busy.peek()) return
    if (waits.peek()) return say(slowDown())
    const body = text.peek().trim()
    if (!body) return refuse(textError, t('err.empty'), writing.field)
    const tooMany = text.peek().length - BODY_MAX
    if (tooMany > 0) return refuse(textError, t('err.long', { n: tooMany }), writing.field)
    if (mayGo && !mayGo(body)) return
    if (anyway) meant.body = body
    const found = await warningOf(body)
    warning.value = found
    if (found) return say(found.text)
    const named = asking.peek() || (changing.peek() && conversation.me.peek())
    if (conversation.needsName.peek() && !named) return askName()
    if (named && !name.peek().trim()) return refuse(nameError, t('err.name'), nameField.current)
    if (letters.fits?.() === false) return

    busy.value = true
    try {
      const writer = await conversation.writer()
      await writing.ready
      if (named) await writer.introduce(name.peek().trim())
      if ((await letters.tell?.()) === false) return
      const pictures = writing.pictures
        .peek()
        .flatMap(({ name, alt, made }) => (made ? [{ ...made, name, alt }] : []))
      await onSend(writer, body, pictures)
      asking.value = false
      changing.value = false
      nameError.value = ''
      restored.value = false
      text.value = ''
      writing.pictures.value = []
      writer.drafts.clear(target)
    } catch (thrown) {
      const chunk = await widget.want(() => import('./trouble.ts'))
      const failure = failureOf(thrown)
      const why = chunk?.trouble.failureText(failure, widget) ?? t('err.network')
      if (failure.code.startsWith('name_')) {
        asking.value = true
        refuse(nameError, why, nameField.current)
      } else refuse(textError, why, writing.field)
    } finally {
      busy.value = false
    }
  }
  writing.send = () => void send()

  const left = BODY_MAX - text.value.length
  const fewLeft = () => t('composer.left', { n: Math.max(0, left) })
  useEffect(() => {
    if (left > FEW_LEFT) return
    const rest = setTimeout(() => {
      said.value = { voice: 'polite', text: fewLeft() }
    }, 1000)
    return () => clearTimeout(rest)
  }, [left > FEW_LEFT || left])
  const me = conversation.me.value?.name
  return (
    <div class="details">
      {restored.value && text.value && (
        <p class="note">
          {t('composer.restored')} ·{' '}
          <button
            type="button"
            class="link"
            onClick={() => {
              text.value = first
              writing.pictures.value = []
              restored.value = false
              writing.field?.focus()
            }}
          >
            {t('composer.discard')}
          </button>
        </p>
      )}
      {textError.value && (
        <p class="error" id={`${target}-error`}>
          <span class="sr">{t('err.prefix')} </span>
          {textError.value}
        </p>
      )}
      {warning.value && (
        <p class="error">
          {warning.value.text}{' '}
          <button type="button" class="link" onClick={() => void send(true)}>
            {warning.value.anyway}
          </button>
        </p>
      )}
      {children}
      {chosen && <chosen.PictureField writing={writing} />}
      {(asking.value || (changing.value && me)) && (
        <fieldset class="who">
          <legend>{t('who.title')}</legend>
          <Field
            id={`${target}-name`}
            label={t('who.name')}
            hint={t('who.nameHint')}
            errorPrefix={t('err.prefix')}
            error={nameError.value}
            value={name.value}
            autocomplete="nickname"
            required
            inputRef={nameField}
            onInput={value => {
              name.value = value
              nameError.value = ''
            }}
          />
          {email && <email.EmailField id={`${target}-email`} gate={letters} say={say} />}
          {papers && <papers.Terms />}
        </fieldset>
      )}
      {waits.value > 0 && <p class="error">{slowDown()}</p>}
      <div class="send">
        {cancel ?? (conversation.takesImages.value && <PickPictures writing={writing} />)}
        <p class="hint" id={`${target}-about`}>
          {left <= FEW_LEFT ? fewLeft() : (about ?? t('composer.public'))}
          {hint && <hint.KeysHint />}
          {me && !cancel && !about && !changing.value && !asking.value && (
            <span>
              {t.parts('who.as', { name: <bdi>{me}</bdi> })}{' '}
              <button
                type="button"
                class="link"
                onClick={() => {
                  name.value = me
                  changing.value = true
                  setTimeout(() => nameField.current?.focus())
                }}
              >
                {t('who.change')}
              </button>
            </span>
          )}
        </p>
        <button
          type="submit"
          class="main"
          aria-disabled={busy.value || waits.value > 0}
          onClick={event => {
            // By a key it is none.
            if (event.detail) widget.clicks.value++
          }}
        >
          {verb}
        </button>
      </div>
    </div>
  )
}
