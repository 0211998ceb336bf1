import { storeRejection } from '@/lib/domain/enrollments/documents/rules'
import type { DocumentKind, DocumentStatus, RejectionCode } from '@/lib/domain/enrollments/documents/schema'
import { historyEntry, type TransitionFacts, transition } from '@/lib/domain/enrollments/rules'
import type { StatusHistoryEntry } from '@/lib/domain/enrollments/schema'
import { addDays, type IsoDay, today } from '@/lib/shared/dates'
import type { EnrollmentStatus } from '@/lib/shared/enrollment-status'
import { between } from './moments'
import type { Random } from './random'

/** What became of an enrollment. */
export type Story =
  | 'untouched'
  | 'partly'
  | 'rejected'
  | 'inReview'
  | 'ready'
  | 'enrolled'
  | 'commitment'
  | 'overdue'
  | 'left'
  | 'neverCame'
  | 'cameBack'
  | 'graduated'

export type Paper = { code: string; kind: DocumentKind; required: boolean }
export type PaperState = {
  status: DocumentStatus
  uploadedAt: Date | null
  decidedAt: Date | null
  reason: string | null
}

export type Journey = {
  status: EnrollmentStatus
  history: StatusHistoryEntry[]
  commitmentDueOn: IsoDay | null
  papers: PaperState[]
}

export type Travellers = { secretary: { id: string; name: string }; guardian: { name: string } }

const rejections: [RejectionCode, string | null][] = [
  ['blurry', null],
  ['cut_off', 'Falta la esquina inferior derecha.'],
  ['unreadable', null],
  ['expired', 'Debe tener menos de 90 días.'],
  ['wrong_document', 'Llegó el carné de vacunas.'],
  ['incomplete', 'Falta la parte de atrás.'],
  ['other', 'El nombre no coincide con el registro civil.'],
]
const farewells = ['Cambio de ciudad', 'Traslado a otra institución educativa', 'La familia se mudó a otro municipio']

/** The state of each paper at the end of the story; consents are accepted together with the first file. */
function settlePapers(story: Story, papers: readonly Paper[], random: Random): DocumentStatus[] {
  const files = random.shuffle(
    papers.flatMap(({ kind, required }, index) => (kind === 'file' && required ? [index] : [])),
  )
  const all = (status: DocumentStatus) => new Map(files.map((index) => [index, status]))
  const given = ((): Map<number, DocumentStatus> => {
    switch (story) {
      case 'untouched':
      case 'neverCame':
        return new Map()
      case 'partly':
      case 'commitment':
      case 'overdue': {
        const sent = files.slice(0, Math.max(1, Math.floor(files.length / 2)))
        return new Map(
          sent.map((index, place) => [index, place === 0 || story === 'partly' ? 'uploaded' : 'validated']),
        )
      }
      case 'rejected':
        return new Map(
          files.map((index, place) => [index, place === 0 ? 'rejected' : random.pick(['uploaded', 'validated'])]),
        )
      case 'inReview':
        return new Map(
          files.map((index, place) => [index, place === 0 || random.chance(0.6) ? 'uploaded' : 'validated']),
        )
      default:
        return all('validated')
    }
  })()
  const complete = ['rejected', 'inReview', 'ready', 'enrolled', 'left', 'cameBack', 'graduated'].includes(story)
  // Something has to be missing, or the enrollment would have gone on by itself.
  const consents = complete || (given.size > 0 && given.size < files.length && random.chance(0.7))
  return papers.map(({ kind, required }, index) => {
    if (kind === 'consent') return consents ? 'validated' : 'pending'
    if (!required) return complete && random.chance(0.3) ? 'validated' : 'pending'
    return given.get(index) ?? 'pending'
  })
}

/** A whole enrollment from its opening at `from` up to `to`, every step of which the state machine has agreed to. */
export function makeJourney(
  story: Story,
  papers: readonly Paper[],
  span: { from: Date; to: Date },
  people: Travellers,
  random: Random,
): Journey {
  const at = (share: number) => between(random, span.from, span.to, share)
  const [sent, decided] = [at(0.35), at(0.6)]
  const states = settlePapers(story, papers, random).map((status): PaperState => {
    const [code, note] = random.pick(rejections)
    return {
      status,
      uploadedAt: status === 'pending' ? null : at(0.1 + random.next() * 0.2),
      decidedAt: status === 'validated' ? between(random, sent, decided, random.next()) : null,
      reason: status === 'rejected' ? storeRejection(code, note) : null,
    }
  })
  const opened = { ...historyEntry('pending_documents', span.from, people.secretary.id, 'created') }
  const history: StatusHistoryEntry[] = [{ ...opened, changed_by_name: people.secretary.name }]
  let status: EnrollmentStatus = 'pending_documents'
  let commitmentDueOn: IsoDay | null = null
  const facts = (wanted: DocumentStatus | 'final') =>
    papers.map(({ required }, index) => ({ required, status: wanted === 'final' ? states[index]!.status : wanted }))
  const go = (to: EnrollmentStatus, now: Date, step: Omit<TransitionFacts, 'now' | 'changedBy'>, byFamily = false) => {
    const result = transition(status, to, { now, changedBy: byFamily ? null : people.secretary.id, ...step })
    if (!result.ok) throw new Error(`the demo breaks a rule: ${story}, ${status} → ${to}: ${result.reason}`)
    history.push({ ...result.entry, changed_by_name: byFamily ? people.guardian.name : people.secretary.name })
    status = to
    commitmentDueOn = result.commitmentDueOn
  }
  const arrive = () => go('in_review', sent, { documents: facts('uploaded'), reason: 'documents_sent' }, true)
  const enroll = () => {
    arrive()
    go('active', decided, { documents: facts('final') })
  }
  switch (story) {
    case 'rejected':
      arrive()
      go('pending_documents', decided, { documents: facts('final'), reason: 'document_rejected' })
      break
    case 'inReview':
    case 'ready':
      arrive()
      break
    case 'commitment':
    case 'overdue': {
      // Overdue: the promise was short and its day has passed; otherwise it reaches some weeks beyond today.
      const end = today(span.to)
      const dueOn = story === 'overdue' ? addDays(end, -random.int(2, 12)) : addDays(end, random.int(3, 40))
      const signed = story === 'overdue' ? new Date(span.to.getTime() - random.int(20, 30) * 86_400_000) : decided
      const now = signed < span.from ? span.from : signed
      go('active', now, { documents: facts('final'), commitment: { dueOn: dueOn < today(now) ? today(now) : dueOn } })
      break
    }
    case 'neverCame':
      go('withdrawn', decided, { documents: facts('final'), reason: 'La familia desistió del cupo' })
      break
    case 'enrolled':
      enroll()
      break
    case 'left':
      enroll()
      go('withdrawn', at(0.8), { documents: facts('final'), reason: random.pick(farewells) })
      break
    case 'cameBack':
      enroll()
      go('withdrawn', at(0.7), { documents: facts('final'), reason: random.pick(farewells) })
      go('active', at(0.9), { documents: facts('final'), reason: 'Regresó a la institución' })
      break
    case 'graduated':
      enroll()
      go('graduated', span.to, { documents: facts('final') })
  }
  return { status, history, commitmentDueOn, papers: states }
}
