import { nothing, query } from '@/lib/platform/operation'
import { leadMeetings } from '../policy'
import { staffList } from './schema'

const offices = new Set(['rector', 'coordinator', 'teacher', 'secretary'])

/** Staff of the school who may sit in a meeting, by name. */
export const listStaff = query({
  name: 'meetings.staff',
  permission: leadMeetings,
  input: nothing,
  output: staffList,
  run: async ({ db }) => {
    const rows = await db.schoolMembership.findMany({
      where: { isActive: true },
      select: { userId: true, roles: true, user: { select: { fullName: true } } },
    })
    const items = rows.map(({ userId, user, roles }) => ({
      userId,
      name: user.fullName,
      roles: (roles as string[]).filter((role) => offices.has(role)),
    }))
    const staff = items.filter(({ roles }) => roles.length > 0)
    return { items: staff.toSorted((a, b) => a.name.localeCompare(b.name, 'es')) }
  },
})
