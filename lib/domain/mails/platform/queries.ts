import { AppError } from '@/lib/platform/errors'
import { platformQuery } from '@/lib/platform/operation'
import { listMailsInput, mailDetail, mailPage, oneMailInput } from '../schema'
import { delivers, mailColumns, mailFilter, newestFirst, readableText, toMail, toMailPage } from '../steps'

/** Mails that belong to a person and to no school: first rectors, passwords. */
export const listPlatformMails = platformQuery({
  scope: 'platform',
  name: 'mails.platformList',
  permission: 'manage:schools',
  input: listMailsInput,
  output: mailPage,
  run: async ({ db, input }) => {
    const rows = await db.platformMail.findMany({
      where: mailFilter(input),
      orderBy: newestFirst,
      take: input.limit + 1,
      select: mailColumns,
    })
    return toMailPage(rows, input.limit)
  },
})

export const readPlatformMail = platformQuery({
  scope: 'platform',
  name: 'mails.platformRead',
  permission: 'manage:schools',
  input: oneMailInput,
  output: mailDetail,
  run: async ({ db, input }) => {
    const row = await db.platformMail.findFirst({ where: { id: input.mailId }, select: { ...mailColumns, text: true } })
    if (!row) throw new AppError('not_found')
    const { text, ...mail } = row
    return { ...toMail(mail), text: readableText(row, { secrets: !delivers() }), delivers: delivers() }
  },
})
