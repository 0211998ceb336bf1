import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sessionCookie } from '@/lib/platform/session-cookie'
import { freePort } from '@/scripts/services/free-port'
import { testSchool } from '@/tests/support/school'
import { startServer, type TestServer } from '@/tests/support/server'
import { openSession } from '@/tests/support/session'

let server: TestServer

beforeAll(async () => {
  server = await startServer({ RATE_LIMITS: 'off' })
}, 300_000)

afterAll(() => server?.stop(), 60_000)

test('two processes are replaced under load and lose no request; a session of the one is a session of the other', async () => {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const serve = spawn(process.execPath, ['--import', 'tsx', 'scripts/serve.ts', '--workers', '2'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      APP_URL: url,
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: string[] = []
  serve.stdout.on('data', (text) => said.push(String(text)))
  const until = async (words: string) => {
    const end = Date.now() + 90_000
    while (!said.join('').includes(words)) {
      if (Date.now() > end || serve.exitCode !== null) throw new Error(`never said «${words}»: ${said.join('')}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  try {
    await until('2 web servers')
    const school = await testSchool()
    const { cookie } = await openSession(school.members.secretary.userId)
    const headers = { cookie: `${sessionCookie()}=${cookie}` }
    const faults: unknown[] = []
    let answered = 0
    let stopped = false
    const client = async () => {
      while (!stopped) {
        try {
          const answer = await fetch(`${url}/api/v1/students?limit=5`, { headers })
          await answer.arrayBuffer()
          if (answer.status === 200) answered += 1
          else faults.push(answer.status)
        } catch (error) {
          faults.push(error)
        }
      }
    }
    const clients = Array.from({ length: 6 }, client)
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    serve.kill('SIGUSR2')
    await until('All web servers replaced')
    stopped = true
    await Promise.all(clients)
    expect(faults).toEqual([])
    expect(answered).toBeGreaterThan(100)
  } finally {
    serve.kill('SIGTERM')
    if (serve.exitCode === null) await once(serve, 'exit')
  }
}, 200_000)
