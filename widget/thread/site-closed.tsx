import { useWidget } from './widget.ts'

/** In the place of every composer while the site takes nothing new. */
export const SiteClosed = () => <p class="closed">{useWidget().t('site.closed')}</p>
