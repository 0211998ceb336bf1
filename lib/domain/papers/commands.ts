import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { annulPaperInput, changedPaper } from './schema'
import { endPaper } from './steps'

/** Takes a certificate out of force, with a reason. Report cards are annulled as report cards. */
export const annulPaper = command({
  name: 'papers.annul',
  permission: 'write:enrollment',
  input: annulPaperInput,
  output: changedPaper,
  run: async (call) => {
    const { paperId, version, reason } = call.input
    const certificate = await call.db.issuedDocument.count({ where: { id: paperId, reportCardId: null } })
    if (certificate === 0) throw new AppError('not_found')
    return { id: paperId, ...(await endPaper(call, { id: paperId, version, to: 'annulled', reason })) }
  },
})
