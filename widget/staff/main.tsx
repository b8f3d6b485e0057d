import { render } from 'preact'
import type { Locale } from '../../server/contract/site.ts'
import composer from '../styles/composer.css?inline'
import home from '../styles/home.css?inline'
import menu from '../styles/menu.css?inline'
import thread from '../styles/thread.css?inline'
import tokens from '../styles/tokens.css?inline'
import { followTheme } from '../theme.ts'
import { Admin } from './admin.tsx'
import { createPageStyles } from './page-styles.ts'
import './styles/page.css'
import './styles/door.css'
import './styles/layout.css'
import './styles/rail.css'
import './styles/age-ring.css'
import './styles/links.css'
import './styles/inbox.css'
import './styles/thread.css'
import './styles/answer-box.css'
import './styles/controls.css'
import './styles/forms.css'
import './styles/moves.css'
import { drawWithSignals } from '../signals/render.ts'

drawWithSignals()

const page = document.documentElement
const adopt = createPageStyles()
for (const css of [tokens, home, thread, composer, menu]) adopt(css)
followTheme(page, 'auto')
render(<Admin locale={page.lang as Locale} adopt={adopt} />, document.getElementById('admin') as HTMLElement)
