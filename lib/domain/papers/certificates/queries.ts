import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { showDocument } from '@/lib/shared/documents-id'
import { certificateForm, certificateFormInput } from './schema'
import { signerRole, signerRoles } from './steps'

/** What the form for a student's certificate offers: the enrollments here, and who may sign. */
export const readCertificateForm = query({
  name: 'papers.form',
  permission: 'write:enrollment',
  input: certificateFormInput,
  output: certificateForm,
  run: async ({ db, input: { studentId } }) => {
    const [student, memberships] = await Promise.all([
      db.student.findFirst({
        where: { id: studentId },
        select: {
          id: true,
          fullName: true,
          documentType: true,
          documentNumber: true,
          enrollments: {
            where: { status: { in: ['active', 'graduated', 'withdrawn'] } },
            orderBy: { schoolYear: { startsOn: 'desc' } },
            select: {
              id: true,
              gradeLevel: true,
              groupCode: true,
              status: true,
              schoolYear: {
                select: {
                  name: true,
                  periods: { orderBy: { number: 'asc' }, select: { id: true, name: true, status: true } },
                },
              },
            },
          },
        },
      }),
      db.schoolMembership.findMany({
        where: { isActive: true },
        orderBy: { createdAt: 'asc' },
        select: { id: true, roles: true, user: { select: { fullName: true } } },
      }),
    ])
    if (!student) throw new AppError('not_found')
    const signers = memberships.flatMap(({ id, roles, user }) => {
      const role = signerRole(roles)
      return role ? [{ membershipId: id, name: user.fullName, role }] : []
    })
    const order = (role: string) => signerRoles.indexOf(role as (typeof signerRoles)[number])
    return {
      student: {
        id: student.id,
        name: student.fullName,
        document: showDocument(student.documentType, student.documentNumber),
      },
      enrollments: student.enrollments.map(({ schoolYear, ...enrollment }) => ({
        ...enrollment,
        year: schoolYear.name,
        periods: schoolYear.periods
          .filter(({ status }) => status === 'closed' || status === 'published')
          .map(({ name }) => name),
      })),
      signers: signers.sort((a, b) => order(a.role) - order(b.role)),
    }
  },
})
