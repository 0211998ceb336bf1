import type { SchoolContext } from '@/lib/platform/context'
import { translator } from '@/lib/platform/translator'
import { gradeLevels } from '@/lib/shared/grades'
import type { Heading, Problem } from './rules'
import type { ImportProblem } from './schema'

/** Each grade's names in both languages: a spreadsheet need not be in the language of who sends it. */
export async function gradeWords(): Promise<Record<string, string[]>> {
  const both = await Promise.all(['es', 'en'].map((locale) => translator(locale, 'grades')))
  return Object.fromEntries(
    gradeLevels.map((code) => [code, [code, ...both.flatMap((t) => [t(`label.${code}`), t(`short.${code}`)])]]),
  )
}

/** What the headings are called in the person's language. */
export async function headingNames(ctx: SchoolContext): Promise<(name: Heading) => string> {
  const t = await translator(ctx.locale, 'academics')
  return (name) => t(`import.heading.${name}`)
}

/** Problems as sentences in the person's language, from top to bottom. */
export async function tellProblems(ctx: SchoolContext, problems: readonly Problem[]): Promise<ImportProblem[]> {
  const t = await translator(ctx.locale, 'academics')
  return [...problems]
    .sort((a, b) => a.row - b.row)
    .map(({ reason, row, column, value }) => ({
      row,
      column,
      value: value.slice(0, 200),
      message: t(`import.problem.${reason}`, { value: value.slice(0, 80) }),
    }))
}
