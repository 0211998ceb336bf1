import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { keep } from '../services/keeper.ts'
import type { Shutdown } from './shutdown.ts'

export type Program = {
  name: string
  child: ChildProcess
  /** Exit code, or 1 after a signal. */
  ended: Promise<number>
  /** The last lines of its log. */
  tail: (lines?: number) => string
  stop: () => Promise<void>
}

export type ProgramOptions = {
  env: NodeJS.ProcessEnv
  /** The folder to run in; the project's own without it. */
  cwd?: string
  /** A file for its output; without one it writes to the terminal. */
  log?: string
  /** Milliseconds between the request to stop and the kill. */
  patience?: number
}

/** Starts a Node program as a process group of its own, which ends with this process in any case. */
export function startProgram(
  name: string,
  args: string[],
  { env, cwd, log, patience = 20_000 }: ProgramOptions,
): Program {
  const file = log ? openSync(log, 'w') : undefined
  const output = file ?? 'inherit'
  const child = spawn(process.execPath, args, {
    env: { NEXT_TELEMETRY_DISABLED: '1', ...env },
    ...(cwd ? { cwd } : {}),
    stdio: ['ignore', output, output],
    detached: true,
  })
  if (file !== undefined) closeSync(file)
  keep(child, { pid: child.pid && -child.pid })
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  })
  return {
    name,
    child,
    ended,
    tail: (lines = 25) => (log ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-lines).join('\n') : ''),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exit = once(child, 'exit')
      signalGroup(child, 'SIGTERM')
      const force = setTimeout(() => signalGroup(child, 'SIGKILL'), patience)
      await exit
      clearTimeout(force)
    },
  }
}

/** Runs a Node program to its end; answers its exit code. It is stopped when the script is. */
export async function runProgram(shutdown: Shutdown, name: string, args: string[], options: ProgramOptions) {
  const program = startProgram(name, args, options)
  shutdown.add(program.stop)
  return { code: await program.ended, tail: program.tail }
}

/** Next answers Ctrl-C for its own children, but a build that is cut short leaves workers: so the group is asked. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid) process.kill(-child.pid, signal)
  } catch {
    child.kill(signal)
  }
}
