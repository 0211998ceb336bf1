import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { showDocument } from '@/lib/shared/documents-id'
import { signerRoles } from '../letterhead/rules'
import { type CertificateKind, certificateKinds, type PaperKind } from '../rules'
import { readSigningStaff } from '../signatures/steps'
import { certificateForm, certificateFormInput } from './schema'

const isCertificateKind = (kind: PaperKind): kind is CertificateKind => certificateKinds.some((one) => one === kind)

/** What the form for a student's certificate offers: the enrollments here, and who may sign. */
export const readCertificateForm = query({
  name: 'papers.form',
  permission: 'write:enrollment',
  input: certificateFormInput,
  output: certificateForm,
  run: async ({ db, input: { studentId } }) => {
    const [student, { staff }] = await Promise.all([
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
      readSigningStaff(db),
    ])
    if (!student) throw new AppError('not_found')
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
      signers: staff
        .map(({ membershipId, name, role, signature }) => ({
          membershipId,
          name: signature?.name ?? name,
          role,
          kinds: (signature?.kinds ?? []).filter(isCertificateKind),
        }))
        .sort((a, b) => order(a.role) - order(b.role)),
    }
  },
})
