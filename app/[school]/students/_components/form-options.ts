import { getTranslations } from 'next-intl/server'
import type { StudentOptions } from '@/components/students/student-form'
import { bloodTypes, genders } from '@/lib/domain/students/schema'
import { identityDocumentTypes } from '@/lib/shared/documents-id'
import { departmentOptions } from '@/lib/shared/places'

const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }))

/** What a student's form offers to choose from, in the person's language. */
export async function studentOptions(): Promise<StudentOptions> {
  const t = await getTranslations('identity')
  return {
    documentTypes: identityDocumentTypes.map((value) => ({ value, label: t(`documentType.${value}`) })),
    genders: genders.map((value) => ({ value, label: t(`gender.${value}`) })),
    bloodTypes: plain(bloodTypes),
    departments: departmentOptions(),
    strata: plain(['0', '1', '2', '3', '4', '5', '6']),
  }
}
