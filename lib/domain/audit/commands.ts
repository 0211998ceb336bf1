import { command } from '@/lib/platform/operation'
import { historyFile } from './export'
import { linesOf } from './queries'
import { auditFile, exportAuditInput } from './schema'

/** As many lines as a spreadsheet is opened with. */
const MOST = 20_000

/** The filtered history as .xlsx; that somebody took it along is a line of it. */
export const exportAudit = command({
  name: 'audit.export',
  permission: 'read:audit_log',
  input: exportAuditInput,
  output: auditFile,
  prepare: async ({ ctx, db, input }) => {
    const lines = await linesOf({ ctx, db }, input, MOST)
    return { count: lines.length, file: await historyFile(lines, ctx.locale) }
  },
  run: async ({ ctx, input, prepared: { count, file }, audit }) => {
    audit({ action: 'audit.export', entity: 'school', entityId: ctx.schoolId, after: { ...input, count } })
    return file
  },
})
