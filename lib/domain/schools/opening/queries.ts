import { nothing, platformQuery } from '@/lib/platform/operation'
import { validationKey } from '@/lib/shared/validation-key'
import { slugField } from '../schema'
import { checkSlugInput, copySources, slugVerdict } from './schema'

/** Whether a school may have that address, while it is being typed. Opening asks again. */
export const checkSlug = platformQuery({
  scope: 'platform',
  name: 'schools.checkSlug',
  permission: 'manage:schools',
  input: checkSlugInput,
  output: slugVerdict,
  run: async ({ db, input }) => {
    const parsed = slugField.safeParse(input.slug)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      return { slug: input.slug, free: false, problem: issue ? validationKey(issue) : 'validation.slug' }
    }
    const taken = await db.school.count({ where: { slug: parsed.data } })
    return {
      slug: parsed.data,
      free: taken === 0,
      problem: taken === 0 ? null : 'schools.refusal.slugTaken',
    }
  },
})

/** Schools whose set-up another one may begin with. */
export const listCopySources = platformQuery({
  scope: 'platform',
  name: 'schools.copySources',
  permission: 'manage:schools',
  input: nothing,
  output: copySources,
  run: async ({ db }) => ({
    items: await db.school.findMany({
      where: { isActive: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true, calendar: true, sector: true },
    }),
  }),
})
