import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { distDir } from '../building/build.ts'
import { ScriptError } from '../console.ts'
import type { Target } from './measure.ts'

/** How somebody comes in: the headers of a signed-in person. */
export type Caller = { who: string; headers: Record<string, string> }

/** An example for each `[parameter]` of an address, from one school. */
const examples: Record<string, string> = {
  studentId: `select s.id from students s where s.school_id = $1 order by s.full_name limit 1`,
  guardianId: `select g.guardian_id as id from student_guardians g where g.school_id = $1 order by id limit 1`,
  enrollmentId: `select id from enrollments where school_id = $1 and status = 'in_review' order by id limit 1`,
  documentId: `select id from enrollment_documents where school_id = $1 and status = 'uploaded' order by uploaded_at limit 1`,
  fileId: `select file_id as id from enrollment_documents where school_id = $1 and status = 'uploaded' order by uploaded_at limit 1`,
  yearId: `select id from school_years where school_id = $1 and status = 'active'`,
  requirementId: `select id from required_documents where school_id = $1 order by position limit 1`,
  membershipId: `select id from school_memberships where school_id = $1 and roles ? 'teacher' order by id limit 1`,
  mailId: `select id from outbox_mails where school_id = $1 limit 1`,
  jobId: `select id from jobs where school_id = $1 limit 1`,
  schoolId: `select $1::uuid as id`,
  school: `select slug as id from schools where id = $1`,
}

/** What some addresses ask for beside their path. */
const questions: Record<string, string> = {
  '/api/v1/students': '?limit=50',
  '/api/v1/search': '?q=gomez mar',
  '/[school]/search': '?q=gomez mar',
  '/api/v1/enrollments/form/candidates': '?q=gomez',
  '/api/v1/guardians/find': '?documentType=CC&documentNumber=1020304050',
  '/api/v1/students/duplicates':
    '?documentType=TI&documentNumber=1020304050&firstSurname=Gomez&firstName=Maria&birthDate=2014-03-02',
  '/api/v1/history': '?entity=student&entityId=[studentId]',
  '/api/v1/documents/[documentId]/content': '?fileId=[fileId]',
}

/** Not measured, each with its reason. */
const outside =
  /^\/(empty|f|invite|reset|api\/auth|api\/\[|api\/v1\/family$|api\/openapi|docs)|\/(export|logo)$|\/_not-found|\/_global/

/** Addresses of the build that answer GET: pages and REST routes, without their route groups. */
function addresses(): string[] {
  const file = path.join(distDir(), 'server', 'app-paths-manifest.json')
  const entries = Object.keys(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)
  const found = entries
    .filter((entry) => entry.endsWith('/page') || /^\/(api\/v1|\[school\]\/search)/.test(entry))
    .map((entry) => entry.replace(/\/(page|route)$/, '').replaceAll(/\/\([^)]*\)/g, '') || '/')
  return [...new Set(found)].filter((address) => !outside.test(address)).sort()
}

export async function exampleValues(databaseUrl: string, schoolId: string): Promise<Map<string, string>> {
  const client = new Client(databaseUrl)
  await client.connect()
  try {
    const values = new Map<string, string>()
    for (const [name, text] of Object.entries(examples)) {
      const { rows } = await client.query<{ id: string | null }>(text, text.includes('$1') ? [schoolId] : [])
      if (rows[0]?.id) values.set(name, rows[0].id)
    }
    return values
  } finally {
    await client.end()
  }
}

export type Found = { targets: Target[]; left: string[] }

/**
 * Every page and REST read of the build, each with the first caller whom it answers.
 * @returns `left`: the ones that answer nobody here, with the reason
 */
export async function findTargets(
  url: string,
  pid: number,
  callers: readonly Caller[],
  values: ReadonlyMap<string, string>,
): Promise<Found> {
  const [targets, left]: [Target[], string[]] = [[], []]
  for (const address of addresses()) {
    const missing: string[] = []
    const where = `${address}${questions[address] ?? ''}`.replaceAll(/\[(\w+)\]/g, (_, name: string) => {
      if (!values.has(name)) missing.push(name)
      return values.get(name) ?? ''
    })
    if (missing.length > 0) {
      left.push(`${address}: the data have no ${missing.join(', ')}`)
      continue
    }
    const statuses: string[] = []
    for (const { who, headers } of callers) {
      const answer = await fetch(url + encodeURI(where), { headers, redirect: 'manual' })
      await answer.arrayBuffer()
      if (answer.status === 200) {
        targets.push({ name: address, url: url + encodeURI(where), headers, pid })
        break
      }
      statuses.push(`${who} ${answer.status}`)
    }
    if (statuses.length === callers.length && !statuses.every((status) => status.endsWith('405')))
      left.push(`${address}: ${statuses.join(', ')}`)
  }
  if (targets.length === 0) throw new ScriptError('The build has no page that answers.')
  return { targets, left }
}
