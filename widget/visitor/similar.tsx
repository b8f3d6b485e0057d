import type { ThreadItem } from '../model/types.ts'
import { useSignal, useSignalEffect } from '../signals/render.ts'
import { statusOf } from '../thread/status.ts'
import { useWidget } from '../thread/widget.ts'
import type { Writing } from '../thread/writing.ts'
import { KindIcon } from '../ui/kind-icon.tsx'
import { StatusChip } from '../ui/status-chip.tsx'

/** Milliseconds: of rest until one looks, and between two that are read out. */
const PAUSE = 400
const SAID_EVERY = 5_000
/** What is shorter says too little. Some scripts have no spaces between words. */
const SAYS_ENOUGH = /^(?=.{12})(\S+\s+\S+\s+\S|.*[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff])/s

/** Whether a text is worth looking for its like. */
export const saysEnough = (text: string): boolean => SAYS_ENOUGH.test(text.trim())

/** What others have said already, while one writes; its room is kept from the moment one looks. */
export const Similar = ({ writing }: { writing: Writing }) => {
  const { config, conversation, open, said, t } = useWidget()
  const found = useSignal<readonly ThreadItem[]>([])
  const none = useSignal(false)
  const enough = saysEnough(writing.text.value)

  useSignalEffect(() => {
    const text = writing.text.value
    if (!saysEnough(text)) return
    const pause = setTimeout(async () => {
      const writer = await conversation.writer()
      const threads = await writer.similar(text)
      if (text === writing.text.peek()) found.value = threads
    }, PAUSE)
    return () => clearTimeout(pause)
  })
  useSignalEffect(() => {
    const n = found.value.length
    if (!n) return
    const wait = setTimeout(() => {
      said.value = { voice: 'polite', text: t('similar.found', { n }) }
    }, SAID_EVERY - PAUSE)
    return () => clearTimeout(wait)
  })

  if (!enough || none.value) return null
  const n = found.value.length
  const Heading = `h${config.headingLevel + 1}` as 'h3'
  return (
    <section class="similar" aria-labelledby="similar">
      <Heading class="hint" id="similar">
        {n ? t('similar.found', { n }) : t('composer.privacy')}
      </Heading>
      {n > 0 && (
        <button
          type="button"
          class="link"
          onClick={() => {
            none.value = true
            writing.field?.focus()
          }}
        >
          {t('similar.none')}
        </button>
      )}
      <ul>
        {found.value.map(item => {
          const row = item.row.value
          const status = statusOf(row)
          return (
            <li key={item.key} class={row.kind}>
              <span class="kind">
                <KindIcon kind={row.kind} />
              </span>
              <span class="words" dir="auto" lang={row.language ?? undefined} id={`like-${item.key}`}>
                {row.title}
              </span>
              {status ? (
                <StatusChip look={status.look} text={t(status.text)} />
              ) : (
                <small>{t('vote.count', { n: row.votes })}</small>
              )}
              <button
                type="button"
                class="link"
                aria-describedby={`like-${item.key}`}
                onClick={() => {
                  const id = item.id.peek()
                  if (!id) return
                  // The draft stays, in case it is something else after all.
                  if (!item.own.peek().voted && item.can.peek().includes('vote'))
                    void conversation.vote(item, true)
                  open(id)
                }}
              >
                {t('similar.use')}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
