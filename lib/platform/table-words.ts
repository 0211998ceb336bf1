import { isGradeLevel } from '../shared/grades'
import { translator } from './translator'

/** Words that the files of many lists have in common. A code without a name is shown as it is. */
export async function tableWords(locale: string) {
  const [grades, t] = await Promise.all([translator(locale, 'grades'), translator(locale, 'ui')])
  return {
    grade: (code: string | null) => (code && isGradeLevel(code) ? grades(`label.${code}`) : code),
    yesNo: (is: boolean) => t(is ? 'file.yes' : 'file.no'),
  }
}
