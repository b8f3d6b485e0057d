import { canShare } from './can-share.ts'
import type { Widget } from './widget.ts'

/** Shares the address of a message, or puts it on the clipboard and says so. */
export const copyLink = async ({ config, said, t }: Widget, link: string): Promise<void> => {
  const url = `${config.page.url.split('#')[0]}#parla-${link}`
  try {
    if (canShare()) return await navigator.share({ url })
    await navigator.clipboard.writeText(url)
    said.value = { voice: 'polite', text: t('thread.copied') }
  } catch (thrown) {
    // They thought better of it.
    if ((thrown as Error).name === 'AbortError') return
    // No permission: the address bar takes it instead.
    location.hash = `parla-${link}`
  }
}
