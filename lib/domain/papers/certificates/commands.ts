import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { printCertificate } from '../files/jobs'
import { showNumber } from '../rules'
import { issuedPaper } from '../schema'
import { endPaper, issuePaper } from '../steps'
import { issueCertificateInput, replaceCertificateInput } from './schema'
import { certificateOf } from './steps'

/**
 * Issues a numbered, signed certificate; its PDF is printed right afterwards, out of what was written down here.
 * @throws AppError not_found; not_allowed_now; invalid; see certificateOf
 */
export const issueCertificate = command({
  name: 'papers.issue',
  permission: 'write:enrollment',
  input: issueCertificateInput,
  output: issuedPaper,
  prepare: ({ db, ctx, input }) => certificateOf({ db, ctx }, input, null),
  run: async (call) => {
    const { id, shown, code } = await issuePaper(call, { kind: call.input.kind, ...call.prepared })
    await call.enqueue(printCertificate, { paperId: id }, { title: shown, total: 1 })
    return { id, number: shown, code }
  },
})

/** A corrected certificate with a number of its own; the earlier one says that it was replaced, and by which. */
export const replaceCertificate = command({
  name: 'papers.replace',
  permission: 'write:enrollment',
  input: replaceCertificateInput,
  output: issuedPaper,
  prepare: async ({ db, ctx, input: { paperId, version: _version, reason: _reason, ...fields } }) => {
    const paper = await db.issuedDocument.findFirst({
      where: { id: paperId, reportCardId: null, enrollmentId: { not: null } },
      select: { kind: true, series: true, number: true, enrollmentId: true },
    })
    if (!paper?.enrollmentId) throw new AppError('not_found')
    const kind = issueCertificateInput.shape.kind.parse(paper.kind)
    const wish = { ...fields, kind, enrollmentId: paper.enrollmentId }
    return { kind, ...(await certificateOf({ db, ctx }, wish, showNumber(paper.series, paper.number))) }
  },
  run: async (call) => {
    const { paperId, version, reason } = call.input
    await endPaper(call, { id: paperId, version, to: 'replaced', reason })
    const { id, shown, code } = await issuePaper(call, { ...call.prepared, replacesId: paperId, reason })
    await call.enqueue(printCertificate, { paperId: id }, { title: shown, total: 1 })
    return { id, number: shown, code }
  },
})
