import { z } from 'zod'
import { job } from '@/lib/platform/job'
import { deleteObject } from '@/lib/platform/storage'

/** Takes out of the store what no row names any more. A key outside of the school is passed over. */
export const removeObjects = job({
  name: 'students.removeObjects',
  input: z.object({ keys: z.array(z.string()) }),
  run: async ({ ctx, input: { keys }, progress }) => {
    const own = keys.filter((key) => key.startsWith(`${ctx.schoolId}/`))
    await progress.total(own.length)
    for (const [place, key] of own.entries())
      await progress.item(key.slice(0, 100), `${place + 1}`, () => deleteObject(key))
  },
})
