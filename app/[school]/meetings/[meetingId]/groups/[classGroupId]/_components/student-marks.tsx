import { useTranslations } from 'next-intl'
import type { MeetingStudent, MeetingStudents } from '@/lib/domain/meetings/students/schema'
import type { SheetMark } from '@/lib/domain/sheets/schema'
import { figure } from './figure'

type StudentMarksProps = { student: MeetingStudent; periods: MeetingStudents['periods']; locale: string }
type Line = { key: string; name: string; marks: readonly SheetMark[]; year: SheetMark; area: boolean }

const linesOf = ({ areas }: MeetingStudent): Line[] =>
  areas.flatMap(({ name, marks, year, subjects }) => {
    const own = { key: name, name, marks, year, area: true }
    // An area of one subject of the same marks needs no second line.
    if (subjects.length < 2) return [own]
    return [own, ...subjects.map((subject) => ({ ...subject, key: `${name} ${subject.name}`, area: false }))]
  })

/** Areas and their subjects, period by period, with the year so far. A failed mark carries a sign. */
export function StudentMarks({ student, periods, locale }: StudentMarksProps) {
  const [t, sheets] = [useTranslations('meetings.present'), useTranslations('meetings')]
  const begun = periods.map(({ status }) => status !== 'draft')
  const cell = (mark: SheetMark, key: string) => (
    <td key={key} data-low={mark && !mark.passes ? '' : undefined}>
      {mark && figure(mark.value, locale)}
      {mark && !mark.passes && <span className="sr-only"> {t('low')}</span>}
    </td>
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: where it scrolls sideways, the keyboard must be able to scroll it
    <section className="marks" tabIndex={0} aria-label={`${sheets('present.area')}: ${student.name}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('area')}</th>
            {periods.map(
              ({ id, name }, index) =>
                begun[index] && (
                  <th key={id} scope="col">
                    {name}
                  </th>
                ),
            )}
            <th scope="col">{t('yearMark')}</th>
          </tr>
        </thead>
        <tbody>
          {linesOf(student).map(({ key, name, marks, year, area }) => (
            <tr key={key} data-area={area ? '' : undefined} data-subject={area ? undefined : ''}>
              <th scope="row">{name}</th>
              {marks.map((mark, index) => begun[index] && cell(mark, periods[index]?.id ?? String(index)))}
              {cell(year, 'year')}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
