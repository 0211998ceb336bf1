import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import { loadMessages } from '@/i18n/messages'
import type { AuditLine } from '../schema'
import { sentenceOf } from './rules'
import type { AuditWords } from './values/rules'

const spaces = ['identity', 'guardians', 'grades', 'enrollments', 'documents', 'requirements', 'people'] as const

async function wordsInSpanish(): Promise<AuditWords> {
  const messages = await loadMessages('es')
  const of = (namespace: 'audit') => createTranslator({ locale: 'es-CO', messages, namespace })
  const others = Object.fromEntries(spaces.map((name) => [name, of(name as 'audit')]))
  return { t: of('audit'), ...others } as unknown as AuditWords
}

const line = (action: string, after: Record<string, unknown>): AuditLine =>
  ({
    action,
    entity: 'rollover',
    actorKind: 'user',
    actorName: 'Marta Ríos',
    before: null,
    after,
    reason: null,
  }) as AuditLine

test('a sentence is told with whatever its line says', async () => {
  const words = await wordsInSpanish()
  expect(sentenceOf(line('rollover.run', { from: '2026', to: '2027', students: 412 }), words).text).toBe(
    'Marta Ríos ejecutó el paso de 2026 a 2027 (412 estudiantes)',
  )
  expect(sentenceOf(line('recovery.annul', { subject: 'Química' }), words).text).toContain('Química')
})

test('what an older line lacks is left open', async () => {
  expect(sentenceOf(line('audit.export', {}), await wordsInSpanish()).text).toBe(
    'Marta Ríos exportó … líneas del historial',
  )
})
