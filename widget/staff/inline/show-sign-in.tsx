import { render } from 'preact'
import type { Pass } from '../../../server/contract/passes.ts'
import type { WidgetConfig } from '../../config.ts'
import { createStyles } from '../../style-sheets.ts'
import composer from '../../styles/composer.css?inline'
import dialog from '../../styles/dialog.css?inline'
import home from '../../styles/home.css?inline'
import tokens from '../../styles/tokens.css?inline'
import { followTheme } from '../../theme.ts'
import styles from '../styles/inline.css?inline'
import links from '../styles/links.css?inline'
import { SignIn } from './sign-in.tsx'

/**
 * Shows over the page how to sign in, and opens the window where one does. Answers how to put it away.
 * @param target what the widget stands in
 */
export const showSignIn = (
  target: HTMLElement,
  config: WidgetConfig,
  take: (pass: Pass) => void,
): (() => void) => {
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'open' })
  const adopt = createStyles(root)
  for (const css of [tokens, home, composer, dialog, links, styles]) adopt(css)
  const stopTheme = followTheme(host, config.theme)
  const close = () => {
    stopTheme()
    render(null, root)
    host.remove()
  }
  target.append(host)
  render(<SignIn config={config} onPass={take} onClose={close} />, root)
  return close
}
