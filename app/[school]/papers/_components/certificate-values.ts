import { attestSubjects, type CertificateKind } from '@/lib/domain/papers/rules'

/** A form's flat values: the two signers and the three who attest have a box each. */
export type CertificateValues = {
  kind: CertificateKind
  enrollmentId: string
  reason: string
  addressee: string
  note: string
  first: string
  second: string
  book: string
  folio: string
} & Record<(typeof attestSubjects)[number], string>

export const emptyCertificate: CertificateValues = {
  kind: 'enrollment_certificate',
  enrollmentId: '',
  reason: '',
  addressee: '',
  note: '',
  first: '',
  second: '',
  book: '',
  folio: '',
  treasury: '',
  library: '',
  goods: '',
}

/** What the command takes, out of what was typed. */
export function certificateInput(values: CertificateValues, earlier: { paperId: string; version: number } | null) {
  const { kind, enrollmentId, reason, addressee, note, first, second, book, folio } = values
  const attests = attestSubjects.flatMap((subject) => {
    const by = values[subject].trim()
    return by ? [{ subject, by }] : []
  })
  return {
    addressee,
    note,
    signerIds: [...new Set([first, second])].filter((id) => id !== ''),
    ...(kind === 'clearance' ? { attests } : {}),
    ...(kind === 'grades_certificate' ? { book, folio } : {}),
    ...(earlier ? { paperId: earlier.paperId, version: earlier.version, reason } : { kind, enrollmentId }),
  }
}
