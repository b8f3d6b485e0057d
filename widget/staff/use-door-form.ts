import { failureOf } from '../api/http.ts'
import type { Failure } from '../model/types.ts'
import { useSignal } from '../signals/render.ts'
import type { Signal } from '../signals/signal.ts'

type Errors<Name extends string> = Partial<Record<Name | 'form', string>>

interface Form<Name extends string> {
  readonly values: Signal<Record<Name, string>>
  /** By field; `form` is about all of it. */
  readonly errors: Signal<Errors<Name>>
  readonly busy: Signal<boolean>
  write: (name: Name, value: string) => void
  submit: () => Promise<void>
}

interface Parts<Name extends string> {
  /** In the order they stand; the first one with an error takes the focus. */
  fields: readonly Name[]
  check: (name: Name, value: string) => string | undefined
  send: (values: Record<Name, string>) => Promise<void>
  /** Which field a refusal is about, and the words for it. */
  explain: (failure: Failure) => { about: Name | 'form'; text: string }
}

/** Checked when it is sent and not before; errors go as soon as their field changes. Fields have their name as id. */
export const useDoorForm = <Name extends string>({
  fields,
  check,
  send,
  explain,
}: Parts<Name>): Form<Name> => {
  const values = useSignal(Object.fromEntries(fields.map(name => [name, ''])) as Record<Name, string>)
  const errors: Form<Name>['errors'] = useSignal({})
  const busy = useSignal(false)

  const show = (found: Errors<Name>) => {
    errors.value = found
    const first = fields.find(name => found[name]) ?? 'form'
    setTimeout(() => document.getElementById(first)?.focus())
  }

  return {
    values,
    errors,
    busy,
    write: (name, value) => {
      values.value = { ...values.peek(), [name]: value }
      const { [name]: _, form: __, ...others } = errors.peek() as Record<string, string>
      errors.value = others as Errors<Name>
    },
    submit: async () => {
      if (busy.peek()) return
      const wrong = fields.flatMap(name => {
        const error = check(name, values.peek()[name])
        return error ? [[name, error] as const] : []
      })
      if (wrong.length > 0) return show(Object.fromEntries(wrong) as Errors<Name>)
      busy.value = true
      try {
        await send(values.peek())
      } catch (thrown) {
        const { about, text } = explain(failureOf(thrown))
        show({ [about]: text } as Errors<Name>)
      } finally {
        busy.value = false
      }
    },
  }
}
