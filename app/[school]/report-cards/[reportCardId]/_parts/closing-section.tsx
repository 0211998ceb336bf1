import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import type { CardHeader } from '@/lib/domain/report-cards/snapshot/schema'
import { type GradeLevel, isGradeLevel } from '@/lib/shared/grades'

const any = (count: CardHeader['absences']['days']) => count.justified + count.unjustified + count.late > 0

/** What stands at the foot of the card: absences, place, the director's words, promotion, who signs. */
export async function ClosingSection({ header }: { header: CardHeader }) {
  const [t, grades] = await Promise.all([getTranslations('reportCards'), getTranslations('grades')])
  const { absences, ranking, observation, promotion, signers, director } = header
  const missed = [
    any(absences.days) && t('pdf.absenceDays', absences.days),
    any(absences.lessons) && t('pdf.absenceLessons', absences.lessons),
  ].filter(Boolean)
  const to = promotion?.promotedTo
  const grade = to && isGradeLevel(to) ? grades(`label.${to as GradeLevel}`) : to
  const outcome =
    promotion &&
    (grade && (promotion.status === 'promoted' || promotion.status === 'early')
      ? t(promotion.status === 'early' ? 'promotion.earlyTo' : 'promotion.promotedTo', { grade })
      : t(`promotion.${promotion.status}`))
  return (
    <Section title={t('page.summary')}>
      <DescriptionList
        items={[
          { term: t('pdf.absences'), value: missed.length > 0 ? missed.join('; ') : t('pdf.noAbsences') },
          ...(ranking ? [{ term: t('page.ranking'), value: t('pdf.ranking', ranking) }] : []),
          ...(observation ? [{ term: t('pdf.observation'), value: observation }] : []),
          ...(outcome ? [{ term: t('page.promotion'), value: outcome }] : []),
          ...(director ? [{ term: t('pdf.director'), value: director }] : []),
          {
            term: t('page.signers'),
            value: signers.map(({ name, role }) => `${name} (${t(`role.${role}`)})`).join(', '),
          },
        ]}
      />
    </Section>
  )
}
