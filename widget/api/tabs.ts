/** Something that one tab of a browser does at a time. */
export type Work = () => Promise<void>

/** Tells the other tabs; where the browser has no channel, nobody is told, and each tab finds out by itself. */
export const joinTabs = <T>(name: string, heard: (message: T) => void) => {
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(name) : null
  if (channel) channel.onmessage = ({ data }) => heard(data)
  return {
    tell: (message: T) => channel?.postMessage(message),
    end: () => channel?.close(),
  }
}

/**
 * Does the work while no other tab does any of that name. `steal` takes over from a tab that seems to sleep; there it
 * rejects. `otherwise`: where the browser has no locks.
 */
export const alone = async (
  name: string,
  work: Work,
  steal: boolean,
  otherwise: (work: Work) => Promise<void>,
) => {
  let began = false
  try {
    await navigator.locks.request(name, { steal }, () => {
      began = true
      return work()
    })
  } catch (thrown) {
    if (began) throw thrown
    await otherwise(work)
  }
}
