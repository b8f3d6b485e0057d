import styles from '../styles/papers.css?inline'
import { useWidget } from './widget.ts'

/** Opens beside the page: what somebody has begun here stays. */
const beside = { target: '_blank', rel: 'noopener', class: 'paper' } as const

/** An address of the brand's, with what draws the way to it. */
const usePaper = (which: 'privacy' | 'terms') => {
  const { adopt, conversation, t } = useWidget()
  adopt(styles)
  return { address: conversation.site.value?.[which], t }
}

/** The way to the brand's privacy policy. */
export const Privacy = () => {
  const { address, t } = usePaper('privacy')
  return address ? (
    <>
      <a href={address} {...beside}>
        {t('frame.privacy')}
      </a>
      {' · '}
    </>
  ) : null
}

/** What whoever says who they are accepts by posting. */
export const Terms = () => {
  const { address, t } = usePaper('terms')
  const [before, terms, after] = t('who.terms').split(/<\/?a>/)
  return address ? (
    <p class="hint">
      {terms && before}
      <a href={address} {...beside}>
        {/* A page’s own words may have no place for the link: then they are it. */}
        {terms ?? before}
      </a>
      {after}
    </p>
  ) : null
}
