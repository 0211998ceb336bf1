import { createHash } from 'node:crypto'
import { Client } from 'pg'
import writeXlsxFile from 'write-excel-file/node'
import { percentile } from './measure.ts'

type Place = { url: string; slug: string; schoolId: string; databaseUrl: string; headers: Record<string, string> }

/** `aim` is what the work may take at most, in the same unit. */
export type OfficeTime = { work: string; took: string; aim: string; about: string }

const words = [
  'gomez',
  'mar',
  'rodri luis',
  'acevedo',
  '1023',
  'zapata ana',
  'qui',
  'torres',
  '6-',
  'matem',
  'luz',
  'cast',
]
const ROWS = 1000

/**
 * What an office does once a year, over REST on a production build with its worker: the times are those that a person waits,
 * from the call until the job says that it is done.
 */
export async function officeYear(place: Place): Promise<OfficeTime[]> {
  return [await searching(place), ...(await importing(place)), ...(await rollingOver(place)), await exporting(place)]
}

/** Every keystroke of the search box asks the server: people, groups, courses, colleagues and papers at once. */
async function searching({ url, slug, headers }: Place): Promise<OfficeTime> {
  const times: number[] = []
  for (let round = 0; round < 11; round++)
    for (const word of words) {
      const began = performance.now()
      const answer = await fetch(`${url}/${slug}/search?q=${encodeURIComponent(word)}`, { headers })
      if (!answer.ok) throw new Error(`The search for "${word}" answered ${answer.status}.`)
      await answer.arrayBuffer()
      if (round > 0) times.push(performance.now() - began)
    }
  const shown = [0.5, 0.95, 1].map((share) => percentile(times, share).toFixed(0))
  return { work: 'search', took: `${shown.join(' / ')} ms`, aim: '100 ms', about: 'p50 / p95 / slowest of 120' }
}

async function importing(place: Place): Promise<OfficeTime[]> {
  const toYearId = await planningYear(place)
  const bytes = await studentFile()
  const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const ticket = await call<{ id: string; url: string; headers: Record<string, string> }>(place, 'POST', 'imports', {
    ...{ kind: 'students', target: { schoolYearId: toYearId }, fileName: 'nuevos.xlsx', contentType },
    ...{ size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
  })
  await fetch(ticket.url, { method: 'PUT', headers: ticket.headers, body: new Uint8Array(bytes) })
  const at = `imports/${ticket.id}`
  type State = { status: string; version: number; counts: { verdicts: object; outcomes: object } }
  const read = () => call<State>(place, 'GET', at)
  const step = async (path: string, wanted: string, body: object = {}) => {
    const began = performance.now()
    await call(place, 'POST', `${at}/${path}`, body)
    const state = await until(read, ({ status }) => status === wanted || status === 'refused')
    if (state.status !== wanted) throw new Error(`The import is ${state.status} instead of ${wanted}.`)
    return { state, seconds: (performance.now() - began) / 1000 }
  }
  const checked = await step('reading', 'checked')
  const written = await step('run', 'done', { version: checked.state.version, scope: 'all' })
  const undone = await step('undo', 'undone')
  const about = `${ROWS} students with mother and father, and their enrollments`
  return [
    {
      work: 'import, dry run',
      took: shown(checked.seconds),
      aim: '5 s',
      about: JSON.stringify(checked.state.counts.verdicts),
    },
    { work: 'import', took: shown(written.seconds), aim: '15 s', about },
    {
      work: 'import, undone',
      took: shown(undone.seconds),
      aim: '',
      about: JSON.stringify(undone.state.counts.outcomes),
    },
  ]
}

/** A thousand children whom the school does not have, each with two guardians. */
async function studentFile(): Promise<Buffer> {
  const people = ['madre', 'padre'].flatMap((kin) => [
    `Cédula ${kin}`,
    `Apellidos ${kin}`,
    `Nombres ${kin}`,
    `Celular ${kin}`,
  ])
  const head = [
    'Tipo Documento',
    'No. Documento',
    'Apellidos',
    'Nombres',
    'Fecha de nacimiento',
    'Sexo',
    'Grado',
    ...people,
  ]
  const letters = (no: number) => [...String(no)].map((digit) => 'abcdefghij'[Number(digit)]).join('')
  const rows = Array.from({ length: ROWS }, (_, no) => [
    ...['TI', String(1_990_000_000 + no), `Prada ${letters(no)}`, `Zoraida ${letters(ROWS - no)}`],
    `${String(1 + (no % 28)).padStart(2, '0')}/0${1 + (no % 9)}/2014`,
    no % 2 ? 'F' : 'M',
    '6',
    ...['43', '71'].flatMap((start) => [
      `${start}9${String(no).padStart(5, '0')}`,
      `Prada ${letters(no)}`,
      `Nubia ${letters(no)}`,
      `300${String(1_000_000 + no)}`,
    ]),
  ])
  return writeXlsxFile([head, ...rows]).toBuffer()
}

async function rollingOver(place: Place): Promise<OfficeTime[]> {
  await decideAll(place)
  const { fromYearId, toYearId } = await yearsOf(place)
  const { id } = await call<{ id: string }>(place, 'POST', 'rollovers', { fromYearId, toYearId })
  const at = `rollovers/${id}`
  type State = { status: string; version: number; results: { enrolled: number; done: number }; destinations: object[] }
  const read = () => call<State>(place, 'GET', at)
  const plan = await read()
  await call(place, 'PATCH', `${at}/plan`, {
    version: plan.version,
    structure: { copy: true, courses: true, teachers: true },
    promotion: { undecided: 'waits', pending: 'waits' },
    destinations: plan.destinations.map((row) => {
      const { students: _, nextGrade: __, ...rest } = row as Record<string, unknown>
      return rest
    }),
  })
  const began = performance.now()
  await call(place, 'GET', `${at}/trial`)
  const trial = (performance.now() - began) / 1000
  const step = async (path: string, wanted: string) => {
    const { version } = await read()
    const began = performance.now()
    await call(place, 'POST', `${at}/${path}`, { version })
    const state = await until(read, ({ status }) => status === wanted)
    return { state, seconds: (performance.now() - began) / 1000 }
  }
  const first = await step('run', 'done')
  const again = await step('run', 'done')
  if (again.state.results.enrolled !== first.state.results.enrolled)
    throw new Error('The second run enrolled somebody again.')
  const undone = await step('undo', 'undone')
  const about = `${first.state.results.enrolled} enrollments opened, ${first.state.results.done} students`
  return [
    { work: 'roll-over, test run', took: shown(trial), aim: '', about: '' },
    { work: 'roll-over', took: shown(first.seconds), aim: '60 s', about },
    { work: 'roll-over, again', took: shown(again.seconds), aim: '60 s', about: 'not one enrollment more' },
    { work: 'roll-over, undone', took: shown(undone.seconds), aim: '', about: '' },
  ]
}

async function exporting(place: Place): Promise<OfficeTime> {
  const began = performance.now()
  const { exportId } = await call<{ exportId: string }>(place, 'POST', 'school/exports', {})
  type List = { items: { id: string; status: string; size: number }[] }
  const list = await until(
    () => call<List>(place, 'GET', 'school/exports'),
    ({ items }) => items.some(({ id, status }) => id === exportId && status === 'ready'),
  )
  const size = list.items.find(({ id }) => id === exportId)?.size ?? 0
  const seconds = (performance.now() - began) / 1000
  return { work: 'export of the school', took: shown(seconds), aim: '', about: `ZIP of ${(size / 1e6).toFixed(0)} MB` }
}

/** The evaluation meetings of every group, in one go: one of twenty repeats, nobody is left open. */
async function decideAll({ databaseUrl, schoolId }: Place): Promise<void> {
  const client = new Client(databaseUrl)
  await client.connect()
  await client
    .query(
      `insert into promotions (id, school_id, enrollment_id, status)
       select gen_random_uuid(), e.school_id, e.id, case when row_number() over () % 20 = 3 then 'not_promoted' else 'promoted' end
         from enrollments e join school_years y on y.school_id = e.school_id and y.id = e.school_year_id
        where e.school_id = $1 and e.status = 'active' and y.status = 'active'
       on conflict do nothing`,
      [schoolId],
    )
    .finally(() => client.end())
}

async function yearsOf(place: Place): Promise<{ fromYearId: string; toYearId: string | undefined }> {
  const { items } = await call<{ items: { id: string; status: string }[] }>(place, 'GET', 'years')
  const idOf = (wanted: string) => items.find(({ status }) => status === wanted)?.id
  const fromYearId = idOf('active')
  if (!fromYearId) throw new Error('The school has no running year.')
  return { fromYearId, toYearId: idOf('planning') }
}

async function planningYear(place: Place): Promise<string> {
  const { fromYearId, toYearId } = await yearsOf(place)
  return toYearId ?? fromYearId
}

async function call<T>(place: Place, method: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${place.url}/api/v1/${path}`, {
    method,
    headers: { ...place.headers, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 300)}`)
  return (text ? JSON.parse(text) : undefined) as T
}

/** Asks four times a second, for five minutes at most. */
async function until<T>(read: () => Promise<T>, enough: (state: T) => boolean): Promise<T> {
  const deadline = Date.now() + 300_000
  for (;;) {
    const state = await read()
    if (enough(state)) return state
    if (Date.now() > deadline) throw new Error('It is not done after five minutes.')
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

const shown = (seconds: number) => `${seconds.toFixed(1)} s`
