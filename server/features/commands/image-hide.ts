import { AppError } from '../../lib/app-error.ts'
import { updateReply } from '../../store/replies.ts'
import { updateThread } from '../../store/threads.ts'
import { may } from '../access.ts'
import { command } from '../command.ts'
import { findMessage } from '../subject.ts'
import { touchMessage } from '../touches.ts'
import { imagesOf } from '../views.ts'

/** The team takes one image out of a message that may stay, or puts it back. Its place says so to everybody. */
export const imageHide = command({
  name: 'image.hide',
  find: (unit, input) => findMessage(unit, input.id),
  access: ({ viewer, now }, subject) => (may(viewer, 'hide', subject, now) ? 'allowed' : 'forbidden'),
  async run(unit, subject, { image, on }) {
    const message = subject.reply ?? subject.thread
    const images = imagesOf(message)
    const found = images.find(({ id }) => id === image)
    if (!found) throw new AppError('not_found')
    if (found.hidden === on) return message.id
    found.hidden = on
    const set = { images: JSON.stringify(images) }
    if (subject.reply) await updateReply(unit.db, message.id, set)
    else await updateThread(unit.db, message.id, set)
    touchMessage(unit, subject)
    return message.id
  },
})
