import { AppError } from '@/lib/platform/errors'
import { platformQuery } from '@/lib/platform/operation'
import { supportInput, supportPage } from './schema'
import { shownVisit } from './steps'

/** The visits in a school, newest first, and whether one of the person who asks runs now. */
export const readSupport = platformQuery({
  scope: 'platform',
  name: 'schools.support',
  permission: 'manage:schools',
  input: supportInput,
  output: supportPage,
  run: async ({ db, ctx, input: { slug } }) => {
    const school = await db.school.findFirst({
      where: { slug },
      select: { id: true, slug: true, name: true, isActive: true },
    })
    if (!school) throw new AppError('not_found')
    const grants = await db.supportGrant.findMany({
      where: { schoolId: school.id },
      orderBy: { startedAt: 'desc' },
      take: 50,
    })
    return {
      school,
      visits: grants.map((grant) => ({ ...shownVisit(grant), isMine: grant.userId === ctx.actor.userId })),
    }
  },
})
