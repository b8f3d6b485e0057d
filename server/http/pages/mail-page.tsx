import type { ComponentChildren } from 'preact'
import type { Locale } from '../../contract/site.ts'
import type { Asked } from '../../mail/answers.ts'
import { plainBrand } from '../../mail/plain.ts'
import type { MailText } from '../../mail/texts/en.ts'
import { speak } from '../../mail/texts.ts'
import { renderPage } from './document.tsx'

export const MAIL_STYLE = '/mail/style.css'

/** A link that is looked at, with the secret that its button sends back. */
export type Shown = Asked & { token: string }

export function renderConfirm({ brand, language, token }: Shown): string {
  const say = speak(language)
  return render(language, say('page.confirmTitle'), [
    <p key="text">{say('page.confirmText', { brand: plainBrand(brand) })}</p>,
    <form key="form" method="post" action={`/mail/${token}`}>
      <button type="submit">{say('page.confirm')}</button>
    </form>,
  ])
}

export function renderStop({ brand, language, token }: Shown): string {
  const say = speak(language)
  const names = { brand: plainBrand(brand) }
  return render(language, say('page.stopTitle', names), [
    <p key="text">{say('page.stopText')}</p>,
    <form key="form" method="post" action={`/mail/${token}/stop`}>
      <button type="submit">{say('page.stopOne')}</button>
      <button type="submit" formaction={`/mail/${token}/stop/all`}>
        {say('page.stopAll', names)}
      </button>
    </form>,
  ])
}

const ANSWERED = {
  confirmed: ['page.confirmedTitle', 'page.confirmedText'],
  one: ['page.stoppedTitle', 'page.stoppedOne'],
  all: ['page.stoppedTitle', 'page.stoppedAll'],
} as const satisfies Record<string, readonly [MailText, MailText]>

/** What has been done. */
export function renderAnswered(what: keyof typeof ANSWERED, { brand, language }: Asked): string {
  const say = speak(language)
  const [title, text] = ANSWERED[what]
  return render(language, say(title), <p role="status">{say(text, { brand: plainBrand(brand) })}</p>)
}

export function renderOver(locale: Locale): string {
  const say = speak(locale)
  return render(locale, say('page.overTitle'), <p>{say('page.overText')}</p>)
}

const render = (locale: Locale, title: string, body: ComponentChildren) =>
  renderPage(
    { title, locale, styles: [MAIL_STYLE] },
    <main>
      <h1>{title}</h1>
      {body}
    </main>,
  )
