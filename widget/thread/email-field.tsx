import type { OwnEmail } from '../../server/contract/person.ts'
import { failureOf } from '../api/http.ts'
import { useEffect, useRef, useSignal } from '../signals/render.ts'
import styles from '../styles/letters.css?inline'
import { Field } from '../ui/field.tsx'
import { showLetterSent } from './letter-sent.tsx'
import { useWidget } from './widget.ts'

/** What is asked before a message goes; there while the field is. */
export interface LetterGate {
  /** False, and said: no address can look like that. */
  fits?: (() => boolean) | undefined
  /** Tells the server of another address than before. False, and said: it takes none like that. */
  tell?: (() => Promise<boolean>) | undefined
}

interface Props {
  id: string
  gate: LetterGate
  /** Reads an error out. */
  say: (error: string) => void
}

/** The server looks closer. */
const LIKELY = /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$/

/** Where one wants to hear of replies, if anywhere. */
export const EmailField = ({ id, gate, say }: Props) => {
  const widget = useWidget()
  const { adopt, conversation, t } = widget
  adopt(styles)
  const value = useSignal('')
  const error = useSignal('')
  const known = useSignal<OwnEmail | null>(null)
  const field = useRef<HTMLInputElement>()
  const mailbox = async () => (await conversation.writer()).mailbox()

  const refuse = () => {
    error.value = t('err.email')
    say(error.peek())
    field.current?.focus()
    return false
  }
  gate.fits = () => {
    const address = value.peek().trim()
    return !address || LIKELY.test(address) || refuse()
  }
  gate.tell = async () => {
    const address = value.peek().trim() || null
    if (address === (known.peek()?.address ?? null)) return true
    try {
      await (await mailbox()).write(address)
      if (address) showLetterSent(widget, address)
    } catch (thrown) {
      if (failureOf(thrown).code === 'invalid') return refuse()
      // A message does not wait for letters to work.
    }
    return true
  }
  useEffect(() => {
    mailbox()
      .then(box => box.read())
      .then(
        email => {
          known.value = email
          if (email && !value.peek()) value.value = email.address
        },
        () => {},
      )
    return () => {
      gate.fits = undefined
      gate.tell = undefined
    }
  }, [])

  return (
    <>
      <Field
        id={id}
        type="email"
        label={t('who.email')}
        hint={t('who.emailHint')}
        errorPrefix={t('err.prefix')}
        error={error.value}
        value={value.value}
        autocomplete="email"
        inputRef={field}
        onInput={typed => {
          value.value = typed
          error.value = ''
        }}
      />
      {known.value && !known.value.confirmed && (
        <p class="hint">
          {t('letter.waits')}{' '}
          <button
            type="button"
            class="link"
            onClick={async () => {
              const { address } = known.peek() as OwnEmail
              const sent = await widget.want(async () => (await mailbox()).write(address).then(() => true))
              if (sent) showLetterSent(widget, address)
            }}
          >
            {t('letter.again')}
          </button>
        </p>
      )}
    </>
  )
}
