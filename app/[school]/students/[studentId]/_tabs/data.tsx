import { getLocale, getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/card'
import { type Description, DescriptionList } from '@/components/ui/description-list'
import { mayReadHealth } from '@/lib/domain/students/policy'
import { ageOn, formatDay, today } from '@/lib/shared/dates'
import { showDocumentNumber } from '@/lib/shared/documents-id'
import { showPhone } from '@/lib/shared/phone'
import { countryName, departmentName } from '@/lib/shared/places'
import type { TabGiven } from './tabs'

export async function dataTab({ ctx, student: coming }: TabGiven) {
  const [student, t, identity, locale] = await Promise.all([
    coming,
    getTranslations('students'),
    getTranslations('identity'),
    getLocale(),
  ])
  const extra = student.extraData as Record<string, string | null | undefined>
  const own = (field: 'firstSurname' | 'secondSurname' | 'firstName' | 'secondName'): Description => ({
    term: t(`field.${field}`),
    value: student[field],
  })
  const more = (...fields: ExtraField[]): Description[] =>
    fields.map((field) => ({ term: t(`field.${field}`), value: extra[field] }))
  const age = student.birthDate ? ageOn(student.birthDate, today()) : null
  const department = (field: ExtraField): Description => ({
    term: t(`field.${field}`),
    value: extra[field] && departmentName(extra[field]),
  })
  const known = [
    ...more('stratum', 'sisben'),
    department('residenceDepartment'),
    ...more('residenceMunicipality'),
    department('birthDepartment'),
    ...more('birthMunicipality'),
    department('issueDepartment'),
    ...more('issueMunicipality'),
    { term: t('field.originCountry'), value: extra.originCountry && countryName(extra.originCountry, locale) },
    ...more('simatPersonId'),
  ].filter(({ value }) => value)
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Section title={t('form.identity')}>
        <DescriptionList
          items={[
            {
              term: t('field.documentType'),
              value: identity(`documentType.${student.documentType}` as 'documentType.TI'),
            },
            { term: t('field.documentNumber'), value: showDocumentNumber(student.documentNumber) },
            own('firstSurname'),
            own('secondSurname'),
            own('firstName'),
            own('secondName'),
            {
              term: t('field.birthDate'),
              value:
                student.birthDate &&
                age !== null &&
                `${formatDay(student.birthDate, locale)} · ${t('profile.age', { age })}`,
            },
            { term: t('field.gender'), value: student.gender && identity(`gender.${student.gender as 'F' | 'M'}`) },
          ]}
        />
      </Section>
      <div className="grid gap-6">
        <Section title={t('form.contact')}>
          <DescriptionList
            items={[
              ...more('address', 'neighborhood'),
              { term: t('field.phone'), value: extra.phone && showPhone(extra.phone) },
              ...more('eps'),
            ]}
          />
        </Section>
        {mayReadHealth(ctx) && (
          <Section title={t('form.health')} intro={t('form.healthHelp')}>
            <DescriptionList items={more('bloodType', 'allergies')} />
          </Section>
        )}
        {known.length > 0 && (
          <Section title={t('form.simatTitle')}>
            <DescriptionList items={known} />
          </Section>
        )}
      </div>
    </div>
  )
}

type ExtraField =
  | 'address'
  | 'neighborhood'
  | 'residenceDepartment'
  | 'residenceMunicipality'
  | 'eps'
  | 'bloodType'
  | 'allergies'
  | 'stratum'
  | 'sisben'
  | 'issueDepartment'
  | 'issueMunicipality'
  | 'birthDepartment'
  | 'birthMunicipality'
  | 'originCountry'
  | 'simatPersonId'
