import type { ChildToEnroll } from '@/lib/domain/enrollments/form/schema'

export type NewChild = {
  documentType: string
  documentNumber: string
  firstSurname: string
  secondSurname: string
  firstName: string
  secondName: string
  birthDate: string
  gender: string
}

/** A guardian whom the school knows, as far as the form shows one. */
export type KnownGuardian = {
  id: string
  fullName: string
  documentType: string
  documentNumber: string
  phone: string | null
}

export type GuardianValues = {
  /** Of the row on the screen, so that removing one does not mix up the others. */
  key: string
  known: KnownGuardian | null
  guardian: {
    documentType: string
    documentNumber: string
    firstSurname: string
    secondSurname: string
    firstName: string
    secondName: string
    phone: string
    email: string
  }
  relationship: string
  canPickup: boolean
  isEmergencyContact: boolean
}

export type EnrollValues = {
  /** A child whom the school knows; null while one is searched or typed. */
  child: ChildToEnroll | null
  isNew: boolean
  student: NewChild
  guardians: GuardianValues[]
  schoolYearId: string
  kind: string
  gradeLevel: string
  groupCode: string
  shift: string
  previousSchool: string
}

export const emptyGuardian = (key: string): GuardianValues => ({
  key,
  known: null,
  guardian: {
    documentType: 'CC',
    documentNumber: '',
    firstSurname: '',
    secondSurname: '',
    firstName: '',
    secondName: '',
    phone: '',
    email: '',
  },
  relationship: '',
  canPickup: false,
  isEmergencyContact: false,
})

export function emptyValues(schoolYearId: string): EnrollValues {
  return {
    child: null,
    isNew: false,
    student: {
      documentType: 'TI',
      documentNumber: '',
      firstSurname: '',
      secondSurname: '',
      firstName: '',
      secondName: '',
      birthDate: '',
      gender: '',
    },
    guardians: [],
    schoolYearId,
    kind: 'new',
    gradeLevel: '',
    groupCode: '',
    shift: '',
    previousSchool: '',
  }
}

/**
 * A known child taken over: the class that goes on, in the newest open year in which the child is not enrolled yet.
 * Guardians stay as the school knows them; only who has none gets a row to fill in.
 */
export function withChild(values: EnrollValues, child: ChildToEnroll, years: readonly { id: string }[]): EnrollValues {
  const taken = new Set(child.enrolled.map(({ yearId }) => yearId))
  const year = years.find(({ id }) => !taken.has(id)) ?? years[0]
  const { kind, gradeLevel, groupCode, shift } = child.proposal
  return {
    ...values,
    child,
    isNew: false,
    guardians: child.guardians.length > 0 ? [] : [emptyGuardian('0')],
    schoolYearId: year?.id ?? values.schoolYearId,
    kind,
    gradeLevel: gradeLevel ?? '',
    groupCode: groupCode ?? '',
    shift: shift ?? '',
  }
}

/** @param accepted ids of the look-alikes that the person has declared to be somebody else */
export function toInput(values: EnrollValues, accepted: readonly string[]): unknown {
  const { child, isNew: _, student, guardians, ...placement } = values
  return {
    ...(child
      ? { studentId: child.id }
      : { student: accepted.length > 0 ? { ...student, acceptDuplicate: accepted } : student }),
    guardians: guardians.map(({ key: _key, known, guardian, relationship, canPickup, isEmergencyContact }, index) => {
      const first = index === 0 && (child?.guardians.length ?? 0) === 0
      return {
        ...(known ? { guardianId: known.id } : { guardian }),
        relationship,
        // Who comes first is called first, fetches the child and gets the link.
        ...(first ? { isPrimary: true } : { canPickup, isEmergencyContact }),
      }
    }),
    ...placement,
  }
}
