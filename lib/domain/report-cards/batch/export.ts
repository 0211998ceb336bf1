import { z } from 'zod'
import { fileFields, tableExport } from '@/lib/platform/table-export'
import type { TableColumn } from '@/lib/platform/table-file'
import { tableWords } from '@/lib/platform/table-words'
import { translator } from '@/lib/platform/translator'
import { cardOverview, listGroupCards } from './queries'
import { type CardOverview, type GroupCards, groupCardsInput, overviewInput } from './schema'

const named = (...parts: string[]) => parts.filter(Boolean).join('-')

/** How far each group's report cards are. */
export const exportCardOverview = tableExport({
  name: 'reportCards.exportOverview',
  action: 'report_card.exportOverview',
  permission: cardOverview.permissions,
  input: z.strictObject({ ...overviewInput.shape, ...fileFields }),
  read: async ({ ctx, input: { format: _, final, ...which } }) => {
    const [{ groups, year, period }, t, { grade }] = await Promise.all([
      cardOverview.run(ctx, { ...which, ...(final ? { final: 'true' } : {}) }),
      translator(ctx.locale, 'reportCards'),
      tableWords(ctx.locale),
    ])
    const columns: TableColumn<CardOverview['groups'][number]>[] = [
      { title: t('page.grade'), read: ({ gradeLevel }) => grade(gradeLevel), width: 14 },
      { title: t('page.group'), read: ({ code }) => code, width: 10 },
      { title: t('page.director'), read: ({ director }) => director, width: 36 },
      { title: t('page.students'), read: ({ students }) => students, width: 12 },
      { title: t('page.issued'), read: ({ issued }) => issued, width: 12 },
      { title: t('page.published'), read: ({ published }) => published, width: 12 },
      { title: t('page.missing'), read: ({ missing }) => missing, width: 12 },
    ]
    return { name: named(t('fileName'), year?.name ?? '', period?.name ?? t('finalName')), columns, rows: groups }
  },
})

/** A group's students with the card of each. */
export const exportGroupCards = tableExport({
  name: 'reportCards.exportGroup',
  action: 'report_card.export',
  entity: 'group',
  permission: listGroupCards.permissions,
  input: z.strictObject({ ...groupCardsInput.shape, ...fileFields }),
  read: async ({ ctx, input: { format: _, ...which } }) => {
    const [{ group, period, items }, t] = await Promise.all([
      listGroupCards.run(ctx, which),
      translator(ctx.locale, 'reportCards'),
    ])
    const state = (card: GroupCards['items'][number]['card']) =>
      t(card ? `status.${card.status as 'issued'}` : 'page.noneIssued')
    const columns: TableColumn<GroupCards['items'][number]>[] = [
      { title: t('page.student'), read: ({ name }) => name, width: 36 },
      { title: t('page.stateHead'), read: ({ card }) => state(card), width: 14 },
      { title: t('page.edition'), read: ({ card }) => card?.edition, width: 10 },
    ]
    return {
      name: named(t('fileName'), group.code, period?.name ?? t('finalName')),
      columns,
      rows: items,
      about: { id: group.id, name: group.code },
    }
  },
})
