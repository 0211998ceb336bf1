import { AppError } from '@/lib/platform/errors'
import { platformQuery } from '@/lib/platform/operation'
import { together } from './rules'
import { figuresInput, figuresPage } from './schema'
import { storedFigures } from './steps'

/** The figures of all schools, or of one, as the jobs have left them. */
export const readFigures = platformQuery({
  scope: 'platform',
  name: 'schools.figures',
  permission: 'manage:schools',
  input: figuresInput,
  output: figuresPage,
  run: async ({ db, input: { schoolId } }) => {
    const all = await storedFigures(db)
    const items = schoolId ? all.filter(({ id }) => id === schoolId) : all.filter(({ isActive }) => isActive)
    if (schoolId && items.length === 0) throw new AppError('not_found')
    const counted = items.flatMap(({ computedAt }) => (computedAt ? [computedAt] : []))
    return {
      schools: all.map(({ id, name }) => ({ id, name })),
      items,
      together: together(items.map(({ figures }) => figures)),
      computedAt: counted.sort()[0] ?? null,
      isMissing: counted.length < items.length,
    }
  },
})
