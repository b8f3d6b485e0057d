import { RIGHT_TO_LEFT } from '../../../server/contract/limits.ts'
import type { Pass } from '../../../server/contract/passes.ts'
import { failureOf } from '../../api/http.ts'
import type { WidgetConfig } from '../../config.ts'
import { createFormats } from '../../i18n/formats.ts'
import { useEffect, useKept, useSignal } from '../../signals/render.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { doorFailure } from '../door-failure.ts'
import { createTexts } from '../texts.ts'
import { askForPass } from './ask-for-pass.ts'

interface Props {
  config: WidgetConfig
  onPass: (pass: Pass) => void
  onClose: () => void
}

/** The window is opened at once; where it cannot be, or cannot speak to us, a code is carried over by hand. */
export const SignIn = ({ config, onPass, onClose }: Props) => {
  const { formats, t } = useKept(() => {
    const formats = createFormats(config.locale)
    return { formats, t: createTexts(formats) }
  })
  const code = useSignal('')
  const error = useSignal('')
  const busy = useSignal(false)
  const claim = async (given: string) => {
    if (busy.peek()) return
    busy.value = true
    try {
      onPass(await asking.claim(given))
    } catch (thrown) {
      const failure = failureOf(thrown)
      error.value =
        failure.code === 'pass_code_invalid' ? t('in.codeWrong') : doorFailure(failure, t, formats)
    } finally {
      busy.value = false
    }
  }
  const asking = useKept(() => askForPass(config, given => void claim(given)))
  const opened = useSignal(false)
  const open = () => {
    opened.value = asking.open()
  }
  useEffect(() => {
    open()
    return asking.end
  }, [])

  return (
    <div class="team-door" lang={config.locale} dir={RIGHT_TO_LEFT.includes(config.locale) ? 'rtl' : 'ltr'}>
      <Dialog id="team-door" title={t('in.title')} closeLabel={t('keys.close')} onClose={onClose}>
        {() => (
          <>
            {opened.value && <p>{t('in.window')}</p>}
            <p class="hint">{t('in.blocked')}</p>
            <a
              class="quiet"
              href={asking.address}
              target="_blank"
              rel="noreferrer"
              onClick={event => {
                open()
                if (opened.peek()) event.preventDefault()
              }}
            >
              {t('in.openIt')}
            </a>
            <form
              class="panel-form"
              noValidate
              onSubmit={event => {
                event.preventDefault()
                if (code.peek().trim()) void claim(code.peek().trim())
                else error.value = t('in.codeEmpty')
              }}
            >
              <Field
                id="team-code"
                label={t('in.code')}
                autocomplete="off"
                autocapitalize="characters"
                spellcheck={false}
                maxlength={40}
                errorPrefix={t('err.prefix')}
                error={error.value}
                value={code.value}
                onInput={value => {
                  code.value = value
                  error.value = ''
                }}
              />
              <div class="send">
                <button type="submit" class="main" aria-disabled={busy.value}>
                  {t('in.use')}
                </button>
              </div>
            </form>
          </>
        )}
      </Dialog>
    </div>
  )
}
