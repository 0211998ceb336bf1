import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Running, readRunning } from '@/scripts/program/running'
import { freePort } from '@/scripts/services/free-port'
import { hermeticEnv } from '@/scripts/testing/hermetic'

const folder = mkdtempSync(path.join(tmpdir(), 'athena-start-'))
let port: number
const started: ChildProcess[] = []

/** `npm start` with settings of its own; what it printed is known once it has ended. */
function start(settings: Record<string, string> = {}) {
  const env = hermeticEnv({ PORT: String(port), DATA_DIR: folder, ...settings })
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (output += piece))
  const ended = once(child, 'exit').then(([code]: (number | null)[]) => ({ code, output: output.trim() }))
  return { child, ended }
}

async function untilRunning({ ended }: ReturnType<typeof start>): Promise<Running> {
  let over: { output: string } | undefined
  ended.then((result) => {
    over = result
  })
  while (!over) {
    const running = readRunning(folder)
    if (running) return running
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(over.output)
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
const survivors = (running: Running) => Object.entries(running.pids).filter(([, pid]) => isAlive(pid))

async function query(url: string, text: string) {
  const client = new Client(url)
  await client.connect()
  const { rows } = await client.query(text)
  await client.end()
  return rows
}

beforeAll(async () => {
  chmodSync(folder, 0o711)
  port = await freePort()
})
afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

test('starts, keeps its data, says what is in the way, and ends with everything that it started', async () => {
  const first = start()
  const running = await untilRunning(first)
  expect((await fetch(`${running.url}/api/health/ready`)).status).toBe(200)
  await query(running.ownerDatabaseUrl, "COMMENT ON TABLE schools IS 'kept'")

  const samePort = await start({ DATA_DIR: `${folder}-other` }).ended
  expect(samePort).toEqual({
    code: 1,
    output: `Port ${port} is taken: choose another one, for example PORT=${port + 1}.`,
  })
  const sameFolder = await start({ PORT: String(await freePort()) }).ended
  expect(sameFolder.code).toBe(1)
  expect(sameFolder.output).toMatch(/^Process \d+ already runs on .*DATA_DIR\.$/)

  process.kill(running.pids.worker ?? 0, 'SIGKILL')
  const broken = await first.ended
  expect(broken.code).toBe(1)
  expect(broken.output).toContain('The worker ended unexpectedly.')
  expect(survivors(running)).toEqual([])

  const began = Date.now()
  const second = start()
  const again = await untilRunning(second)
  expect(Date.now() - began).toBeLessThan(15_000)
  expect(await query(again.databaseUrl, "SELECT obj_description('schools'::regclass) AS text")).toEqual([
    { text: 'kept' },
  ])
  second.child.kill('SIGINT')
  expect((await second.ended).code).toBe(0)
  expect(survivors(again)).toEqual([])
  expect(readRunning(folder)).toBeUndefined()
}, 300_000)

test.each([
  [{ DB_POOL_MAX: 'many' }, /^DB_POOL_MAX is malformed \(.+\)\. See \.env\.example\.$/],
  [{ SMTP_URL: 'mail.example.co' }, /^SMTP_URL is malformed \(.+\)\. See \.env\.example\.$/],
  [{ AUTH_SECRET: 'short' }, /^AUTH_SECRET is malformed \(.+\)\. See \.env\.example\.$/],
  [
    { S3_ENDPOINT: 'http://127.0.0.1:1' },
    /^S3_BUCKET is missing; S3_ACCESS_KEY_ID is missing; .+\. See \.env\.example\.$/,
  ],
  [{ PORT: 'http' }, /^PORT is malformed: "http" is no port\.$/],
])('%j stops the start with one line', async (settings, line) => {
  const { code, output } = await start({ PORT: String(await freePort()), ...settings }).ended
  expect(code).toBe(1)
  expect(output).toMatch(line)
})
