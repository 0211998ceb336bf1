import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { runProgram } from '../program/program.ts'
import type { Shutdown } from '../program/shutdown.ts'

type Run = (shutdown: Shutdown) => Promise<string[]>

/** Runs a program of node_modules; answers what it printed when it failed, and nothing when it passed. */
export const packageProgram = (file: string, args: string[]): Run => node([path.join('node_modules', file), ...args])

/** Runs one of our own scripts in the same way. */
export const script = (file: string, args: string[]): Run => node(['--import', 'tsx', file, ...args])

function node(args: string[]): Run {
  return async (shutdown) => {
    const folder = path.join('node_modules', '.cache')
    const log = path.join(folder, `athena-check-${process.pid}.log`)
    mkdirSync(folder, { recursive: true })
    const env = {
      ...process.env,
      NO_COLOR: '1',

      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    }
    const { code } = await runProgram(shutdown, args[0] ?? '', args, { env, log })
    const output = readFileSync(log, 'utf8').trim()
    rmSync(log)
    return code === 0 ? [] : (output || `ended with ${code}`).split('\n')
  }
}
