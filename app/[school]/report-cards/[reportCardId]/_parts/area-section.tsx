import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { levelTone } from '@/components/evaluation/level-tone'
import { Badge } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { Table } from '@/components/ui/table'
import { showScore } from '@/lib/domain/evaluation/scale/rules'
import type { CardArea, CardHeader, CardMark, CardSubject } from '@/lib/domain/report-cards/snapshot/schema'
import { WhyMark } from './why-mark'

type Props = {
  area: CardArea
  header: CardHeader
  /** Whose marks they are, while the card stands: then each can be explained. */
  about: { enrollmentId: string; academicPeriodId: string | null } | null
}

/** One area: the marks of its subjects under each period, and below them what was written. */
export async function AreaSection({ area, header, about }: Props) {
  const [t, locale, format] = await Promise.all([getTranslations('reportCards'), getLocale(), getFormatter()])
  const score = (mark: CardMark) => (mark ? showScore(header.scale, mark.value, locale) : '')
  const badge = (mark: CardMark) => mark && <Badge tone={levelTone[mark.level]}>{t(`level.${mark.level}`)}</Badge>
  const spoken = area.subjects.filter(
    ({ achievements, comments, recovered }) => achievements.length + comments.length > 0 || recovered,
  )
  if (header.assessment === 'descriptive')
    return (
      <Section title={area.name}>
        {area.subjects.map((subject) => (
          <Words key={subject.courseOfferingId} subject={subject} named={subject.name !== area.name} header={header} />
        ))}
      </Section>
    )
  return (
    <Section
      title={area.name}
      bare
      actions={
        area.accumulated && (
          <span className="nums flex items-center gap-2">
            {score(area.accumulated)} {badge(area.accumulated)}
          </span>
        )
      }
    >
      <Table caption={area.name}>
        <thead>
          <tr>
            <th scope="col">{t('page.subject')}</th>
            <th scope="col" data-kind="number" className="max-sm:hidden">
              {t('pdf.hours')}
            </th>
            {header.periods.map(({ number, name }) => (
              <th key={number} scope="col" data-kind="number" title={name}>
                {t('pdf.period', { number })}
              </th>
            ))}
            <th scope="col" data-kind="number">
              {t(header.kind === 'final' ? 'pdf.definitive' : 'pdf.accumulated')}
            </th>
            <th scope="col" className="max-sm:hidden">
              {t('pdf.level')}
            </th>
          </tr>
        </thead>
        <tbody>
          {area.subjects.map((subject) => (
            <tr key={subject.courseOfferingId}>
              <th scope="row">
                {subject.name}
                {subject.teacher && <span className="block text-sm font-normal text-muted">{subject.teacher}</span>}
              </th>
              <td data-kind="number" className="max-sm:hidden">
                {format.number(Number(subject.weeklyHours))}
              </td>
              {subject.marks.map((mark, index) => (
                <td key={header.periods[index]?.number} data-kind="number">
                  {score(mark)}
                </td>
              ))}
              <td data-kind="number">
                {subject.accumulated && about ? (
                  <WhyMark
                    label={score(subject.accumulated)}
                    mark={{
                      courseOfferingId: subject.courseOfferingId,
                      enrollmentId: about.enrollmentId,
                      ...(about.academicPeriodId ? { academicPeriodId: about.academicPeriodId } : {}),
                    }}
                  />
                ) : (
                  score(subject.accumulated)
                )}
                <span className="block sm:hidden">{badge(subject.accumulated)}</span>
              </td>
              <td className="max-sm:hidden">{badge(subject.accumulated)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {spoken.map((subject) => (
        <Words key={subject.courseOfferingId} subject={subject} named={area.subjects.length > 1} header={header} />
      ))}
    </Section>
  )
}

async function Words({ subject, named, header }: { subject: CardSubject; named: boolean; header: CardHeader }) {
  const [t, locale] = await Promise.all([getTranslations('reportCards'), getLocale()])
  const { name, achievements, comments, recovered } = subject
  const score = (value: string) => showScore(header.scale, value, locale)
  return (
    <div className="reading grid gap-1">
      {named && <p className="font-semibold">{name}</p>}
      {recovered && <p>{t('pdf.recovered', { original: score(recovered.original), final: score(recovered.final) })}</p>}
      {achievements.length > 0 && (
        <ul className="list-disc pl-5">
          {achievements.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {comments.map(({ kind, text }) => (
        <p key={kind}>
          <span className="font-medium">{t(`comment.${kind}`)}:</span> {text}
        </p>
      ))}
    </div>
  )
}
