/** A fault put into a guard: texts of sources that are replaced, and the tests that have to notice. */
export type SeededFault = {
  name: string
  /** What is no longer guarded. */
  what: string
  /** `find` stands exactly once in the file. */
  edits: readonly { file: string; find: string; put: string }[]
  /** Where to look first; when nobody notices there, all of isolation and permissions is asked. */
  tests: readonly string[]
}

export const edit = (file: string, find: string, put: string) => ({ file, find, put })
