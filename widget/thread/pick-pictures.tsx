import { useEffect } from '../signals/render.ts'
import { Icon } from '../ui/icon.tsx'
import { PICTURE } from '../ui/more-icons.ts'
import { useWidget } from './widget.ts'
import type { Writing } from './writing.ts'

export const loadPictureField = () => import('./picture-field.tsx')

/** Takes pictures into a message: chosen here, or pasted or dropped anywhere on it. */
export const PickPictures = ({ writing }: { writing: Writing }) => {
  const widget = useWidget()
  const add = async (files: File[]) => {
    const field = files.length > 0 && (await widget.want(loadPictureField))
    if (field) field.addPictures(writing, files, widget)
  }
  useEffect(() => {
    const end = new AbortController()
    const take = (event: Event) => {
      const { clipboardData, dataTransfer } = event as ClipboardEvent & DragEvent
      const data = clipboardData ?? dataTransfer
      // A spreadsheet's cells come as a picture too; who pastes them means the text.
      if (!data?.types.includes('Files') || data.types.includes('text/plain')) return
      event.preventDefault()
      void add([...data.files])
    }
    for (const way of ['paste', 'dragover', 'drop']) writing.field?.form?.addEventListener(way, take, end)
    return () => end.abort()
  }, [writing])
  return (
    <label class="chip pick">
      <Icon d={PICTURE} />
      <input
        type="file"
        id={`${writing.target}-pick`}
        multiple
        accept="image/*"
        onChange={({ currentTarget }) => {
          void add([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
      {widget.t('file.add')}
    </label>
  )
}
