import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { listMailsInput, mailDetail, mailPage, oneMailInput } from './schema'
import { delivers, mailColumns, mailFilter, newestFirst, readableText, toMail, toMailPage } from './steps'

/** The school's outbox, newest first. */
export const listMails = query({
  name: 'mails.list',
  permission: 'config:institution',
  input: listMailsInput,
  output: mailPage,
  run: async ({ db, input }) => {
    const rows = await db.outboxMail.findMany({
      where: mailFilter(input),
      orderBy: newestFirst,
      take: input.limit + 1,
      select: mailColumns,
    })
    return toMailPage(rows, input.limit)
  },
})

export const readMail = query({
  name: 'mails.read',
  permission: 'config:institution',
  input: oneMailInput,
  output: mailDetail,
  run: async ({ db, ctx, input }) => {
    const row = await db.outboxMail.findFirst({ where: { id: input.mailId }, select: { ...mailColumns, text: true } })
    if (!row) throw new AppError('not_found')
    const { text, ...mail } = row
    return { ...toMail(mail), text: readableText(row, { secrets: !ctx.support }), delivers: delivers() }
  },
})
