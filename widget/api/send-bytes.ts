/** A picture is larger than a command, and lines are slow. */
const ANSWER_WITHIN = 120_000

/**
 * Posts bytes and tells how much of them has left, from 0 to 1. `fetch` would not say.
 * @throws where no answer came
 */
export const sendBytes = (
  url: string,
  headers: Readonly<Record<string, string>>,
  bytes: ArrayBuffer,
  told: (share: number) => void,
): Promise<Response> =>
  new Promise((resolve, reject) => {
    const asked = new XMLHttpRequest()
    asked.open('POST', url)
    for (const name in headers) asked.setRequestHeader(name, headers[name] as string)
    asked.timeout = ANSWER_WITHIN
    asked.upload.onprogress = ({ loaded, total }) => told(loaded / total)
    asked.onload = () => resolve(new Response(asked.response, { status: asked.status }))
    asked.onerror = asked.ontimeout = reject
    asked.send(bytes)
  })
