import { z } from 'zod'
import { query } from '@/lib/platform/operation'
import { importers } from '../policy'
import { oneImportInput } from '../schema'
import { findBatch } from '../steps'

const size = 100

/** The portions in which the rows of an import are written: after row `from`, up to row `to`. */
export const rowsToWrite = query({
  name: 'imports.portions',
  permission: importers,
  input: oneImportInput,
  output: z.object({ portions: z.array(z.object({ from: z.number(), to: z.number() })) }),
  run: async (call) => {
    const batch = await findBatch(call, call.input.importId)
    const rows = await call.db.importRow.findMany({
      where: { batchId: batch.id, verdict: { in: ['create', 'update'] } },
      orderBy: { row: 'asc' },
      select: { row: true },
    })
    const starts = rows.filter((_, index) => index % size === 0)
    return {
      portions: starts.map((_, index) => ({
        from: index === 0 ? 0 : (rows[index * size - 1]?.row ?? 0),
        to: rows[Math.min((index + 1) * size, rows.length) - 1]?.row ?? 0,
      })),
    }
  },
})
