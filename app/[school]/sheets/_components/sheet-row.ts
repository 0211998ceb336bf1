import type { GroupSheet, SheetMark } from '@/lib/domain/sheets/schema'

/** Plain texts, so that forty rows of twenty marks cost the browser no more than their figures. `low`: which cells are failed. */
export type PackedRow = { id: string; href: string | null; name: string; cells: string[]; low: number[] }
export type SheetHead = { key: string; text: string; title: string; kind: 'subject' | 'area' | 'figure' }
export type SheetFoot = { text: string; cells: string[] }

/** A decimal text as it is read: at least the decimals of the scale, a comma in Spanish. */
export function showMark(value: string, decimals: number, locale: string): string {
  const [whole = '', rest = ''] = value.split('.')
  const text = decimals > 0 || rest ? `${whole}.${rest.padEnd(decimals, '0')}` : whole
  return locale.startsWith('es') ? text.replace('.', ',') : text
}

export const lowOf = (marks: readonly SheetMark[]): number[] =>
  marks.flatMap((mark, index) => (mark && !mark.passes ? [index] : []))

export const levelLine = ({ superior = 0, high = 0, basic = 0, low = 0 }: GroupSheet['columns'][number]['levels']) =>
  `${superior} / ${high} / ${basic} / ${low}`
