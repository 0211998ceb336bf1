import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ScriptError } from '../console.ts'
import type { Shutdown } from '../program/shutdown.ts'
import type { SeededFault } from './fault.ts'

export type Copy = {
  folder: string
  /** Puts the fault into the copy; answers how to take it out. Throws when a text is not there exactly once. */
  apply: (fault: SeededFault) => () => void
}

/** A throw-away copy of the sources as they are now, beside the same packages. */
export function copySources(shutdown: Shutdown): Copy {
  const folder = mkdtempSync(path.join(tmpdir(), 'athena-mutation-'))
  chmodSync(folder, 0o755)
  shutdown.add(() => rmSync(folder, { recursive: true, force: true }))
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  })
  // A file that was deleted and not yet committed is still listed.
  for (const file of list.split('\0').filter((name) => name !== '' && existsSync(name))) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true })
    cpSync(file, path.join(folder, file))
  }
  cpSync('generated', path.join(folder, 'generated'), { recursive: true })
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'))
  return { folder, apply: (fault) => applyTo(folder, fault) }
}

function applyTo(folder: string, { name, edits }: SeededFault): () => void {
  const originals = new Map<string, string>()
  const restore = () => {
    for (const [file, text] of originals) writeFileSync(file, text)
  }
  for (const { file, find, put } of edits) {
    const at = path.join(folder, file)
    const text = readFileSync(at, 'utf8')
    if (text.split(find).length !== 2) {
      restore()
      throw new ScriptError(`${name}: ${file} no longer holds exactly once: ${find}`)
    }
    if (!originals.has(at)) originals.set(at, text)
    writeFileSync(
      at,
      text.replace(find, () => put),
    )
  }
  return restore
}
