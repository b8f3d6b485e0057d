import { newId } from '../model/new-id.ts'
import type { Picture } from '../model/new-message.ts'
import type { DraftPicture } from './writing.ts'

/** Pictures that were to be sent, to be chosen anew. */
export const draftOf = (pictures: readonly Picture[]): DraftPicture[] =>
  pictures
    // What localStorage gives back of a picture is none.
    .filter(({ bytes }) => bytes instanceof ArrayBuffer)
    .map(({ name, alt, ...made }) => ({ key: newId(), name, alt, made, problem: null }))
