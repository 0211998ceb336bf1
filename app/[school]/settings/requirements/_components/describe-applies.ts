import type { getTranslations } from 'next-intl/server'
import type { AppliesTo } from '@/lib/domain/requirements/schema'

type Words<N extends 'requirements' | 'grades'> = Awaited<ReturnType<typeof getTranslations<N>>>

/** Of whom a document is asked, condition by condition: "Nuevos y traslados", "desde 6°". */
export function describeApplies(rule: AppliesTo, t: Words<'requirements'>, grades: Words<'grades'>): string[] {
  const kinds = (['new', 'returning', 'transfer'] as const).filter((kind) => rule[kind])
  const everyKind = kinds.length === 3 || kinds.length === 0
  const grade = (code: NonNullable<AppliesTo['minGrade']>) => grades(`short.${code}`)
  const { minGrade: from, maxGrade: to, minAge, foreign } = rule
  return [
    everyKind ? t('applies.everyone') : kinds.map((kind) => t(`applies.${kind}`)).join(', '),
    ...(from && to ? [t('applies.between', { from: grade(from), to: grade(to) })] : []),
    ...(from && !to ? [t('applies.from', { from: grade(from) })] : []),
    ...(to && !from ? [t('applies.until', { to: grade(to) })] : []),
    ...(minAge === undefined ? [] : [t('applies.age', { age: minAge })]),
    ...(foreign === undefined ? [] : [t(foreign ? 'applies.foreign' : 'applies.notForeign')]),
  ]
}
