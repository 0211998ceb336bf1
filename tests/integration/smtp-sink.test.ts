import { createTransport } from 'nodemailer'
import { expect, test } from 'vitest'
import { startSmtp } from '@/tests/support/smtp'

test('the SMTP server keeps what it is given, and refuses when told to', async () => {
  const smtp = await startSmtp()
  const transport = createTransport(smtp.url)
  const mail = {
    from: 'colegio@example.co',
    to: 'familia@example.co',
    subject: 'Matrícula de Sofía',
    text: 'Año nuevo',
  }
  await transport.sendMail(mail)
  expect(await smtp.next('familia@example.co')).toMatchObject({ subject: mail.subject, text: 'Año nuevo\n' })
  await expect(smtp.next('familia@example.co', 100)).rejects.toThrow('no mail')

  smtp.refuse('mailbox full', 452)
  await expect(transport.sendMail(mail)).rejects.toThrow('mailbox full')
  smtp.refuse(undefined)
  await transport.sendMail(mail)
  expect(smtp.mails).toHaveLength(2)
  await smtp.stop()
})
