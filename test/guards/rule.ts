import type { Reference, SourceFile } from './source-file.ts'

/** Something that must hold for the sources as a whole. */
export interface Rule {
  readonly title: string
  /** Where it is broken, as `path:line` with a word on why where that is not plain. */
  breaches(files: readonly SourceFile[]): string[]
  /** Small sources, by path, that break it: the proof that the rule can fail. */
  readonly sample: Readonly<Record<string, string>>
}

interface ImportRule {
  readonly title: string
  /** Which files it binds. */
  readonly from: (path: string) => boolean
  /** Which references it forbids them. */
  readonly forbids: (reference: Reference) => boolean
  readonly sample: Readonly<Record<string, string>>
}

/** A rule about what may be imported where. */
export function importRule({ title, from, forbids, sample }: ImportRule): Rule {
  const breaches = (files: readonly SourceFile[]) =>
    files
      .filter(file => from(file.path))
      .flatMap(file =>
        file.references.filter(forbids).map(({ target, line }) => `${file.path}:${line} imports ${target}`),
      )
  return { title, breaches, sample }
}

/** A test for a folder or any of several folders. */
export function within(...folders: string[]): (path: string) => boolean {
  return path => folders.some(folder => path === folder || path.startsWith(`${folder}/`))
}

/** Whether the reference is to the package or to a part of it. */
export function isPackage(reference: Reference, ...names: string[]): boolean {
  return names.some(name => reference.target === name || reference.target.startsWith(`${name}/`))
}
