import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

let keeper: ChildProcess | undefined

/**
 * Makes sure that a detached child ends with this process even when this one is killed outright.
 * A negative pid stands for the whole process group.
 */
export function keep(child: ChildProcess, { pid = child.pid, signal = 'SIGTERM' }: { pid?: number; signal?: string }) {
  if (pid === undefined) return
  keeper ??= startKeeper()
  keeper.stdin?.write(`keep ${pid} ${signal}\n`)
  child.once('exit', () => keeper?.stdin?.write(`drop ${pid}\n`))
}

function startKeeper(): ChildProcess {
  const script = fileURLToPath(new URL('./keeper.mjs', import.meta.url))
  const child = spawn(process.execPath, [script], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  child.stdin?.on('error', () => {})
  child.unref()
  if (child.stdin && 'unref' in child.stdin && typeof child.stdin.unref === 'function') child.stdin.unref()
  return child
}
