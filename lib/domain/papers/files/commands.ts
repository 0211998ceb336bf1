import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { deleteObject, signView } from '@/lib/platform/storage'
import { showNumber } from '../rules'
import { paperFile, paperIdInput } from '../schema'
import { keepFile } from '../steps'
import { printPaper, readPaper } from './steps'

/**
 * Where a certificate's PDF can be looked at for a minute. The first time it is printed and kept with its hash, which is why
 * this is a command.
 */
export const openPaper = command({
  name: 'papers.open',
  permission: 'read:enrollment',
  input: paperIdInput,
  output: paperFile,
  prepare: async ({ db, ctx, input: { paperId } }) => {
    const paper = await readPaper({ db }, paperId)
    return { paper, written: paper.file ? null : await printPaper({ db, ctx }, paper) }
  },
  run: async (call) => {
    const { paper, written } = call.prepared
    if (written) {
      const fileName = `${showNumber(paper.series, paper.number)}.pdf`
      const kept = await keepFile(call, { id: paper.id, fileName, purpose: 'certificate' }, written)
      if (kept)
        call.audit({
          action: 'paper.print',
          entity: 'paper',
          entityId: paper.id,
          after: { number: fileName.slice(0, -4) },
        })
      else await deleteObject(written.objectKey)
    }
    const { file } = await readPaper(call, paper.id)
    if (!file) throw new AppError('unavailable')
    return { url: await signView(file.objectKey, file), fileName: file.fileName, sha256: file.sha256 }
  },
})
