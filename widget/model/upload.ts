import type { CommandResult } from '../../server/contract/commands.ts'
import type { UploadedImage } from '../../server/contract/image.ts'
import type { DeviceKey } from '../api/device.ts'
import { failureOf, refusal, settle } from '../api/http.ts'
import { sendBytes } from '../api/send-bytes.ts'
import type { Core } from './core.ts'
import type { Writable } from './items.ts'
import type { Picture } from './new-message.ts'
import type { Entry } from './outbox-entry.ts'
import { SENDING } from './outbox-entry.ts'
import type { Delivery } from './types.ts'

/** @throws Refusal */
const uploadOne = async (
  core: Core,
  key: DeviceKey,
  picture: Picture,
  told: (share: number) => void,
  mayBeUnknown = true,
): Promise<UploadedImage> => {
  const { bytes, type } = picture
  // What localStorage gives back of a picture is none.
  if (!(bytes instanceof ArrayBuffer)) throw refusal('image_unknown')
  const token = core.staff ? null : await key()
  const headers = {
    ...(core.init.headers as Record<string, string>),
    'Content-Type': type,
    ...(token && { Authorization: `Bearer ${token}` }),
  }
  try {
    return await settle<UploadedImage>(sendBytes(`${core.base}/images`, headers, bytes, told))
  } catch (thrown) {
    if (!token || !mayBeUnknown || failureOf(thrown).code !== 'unauthenticated') throw thrown
    core.lose(token)
    return uploadOne(core, key, picture, told, false)
  }
}

interface Parts {
  core: Core
  key: DeviceKey
  entry: Entry
  /** Where it shows; none of what is no message. */
  item: Writable | undefined
  send: (entry: Entry) => Promise<CommandResult>
  /** Keeps what the entry says from now on, before it is said. */
  amend: (input: unknown) => Promise<void>
}

/**
 * Uploads an entry's pictures and sends it with them. What was uploaded is kept first: a second try must say the same as
 * the first, whose answer may be lost. Uploading the same bytes again does no harm.
 * @throws Refusal
 */
export const sendWithPictures = async ({
  core,
  key,
  entry,
  item,
  send,
  amend,
}: Parts): Promise<CommandResult> => {
  const show = (upload?: Delivery['upload']) => {
    if (item) item.delivery.value = { ...SENDING, upload }
  }
  const upload = async () => {
    const images: { id: string; alt: string }[] = []
    for (const picture of entry.pictures ?? []) {
      const { id } = await uploadOne(core, key, picture, share => show({ name: picture.name, share }))
      // Whoever chose a picture twice has chosen it once.
      if (!images.some(image => image.id === id)) images.push({ id, alt: picture.alt })
    }
    show()
    await amend({ ...(entry.input as object), images })
  }
  if (!('images' in (entry.input as object))) await upload()
  try {
    return await send(entry)
  } catch (thrown) {
    // The server forgets within a day what no message shows; whoever was offline for longer starts anew.
    if (failureOf(thrown).code !== 'image_unknown') throw thrown
    await upload()
    return send(entry)
  }
}
