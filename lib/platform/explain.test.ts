import { describe, expect, it } from 'vitest'
import { AppError, errorStatus } from './errors'
import { explain } from './explain'

describe('a refusal as a sentence', () => {
  it.each(['es', 'en'])('exists for every code in %s', async (locale) => {
    for (const code of Object.keys(errorStatus) as (keyof typeof errorStatus)[]) {
      const { message } = await explain(new AppError(code, { data: { seconds: 3 } }), locale, 'REF')
      expect(message, code).not.toBe(code)
      expect(message, code).not.toMatch(/[{}]/)
    }
  })

  it('never shows the text of a fault', async () => {
    const said = await explain(new Error('password=hunter2'), 'es', 'REF-1')
    expect(JSON.stringify(said)).not.toContain('hunter2')
    expect(said).toMatchObject({ code: 'internal', requestId: 'REF-1' })
    expect(said.message).toContain('REF-1')
  })

  it('has one sentence per field, and none for what has no text', async () => {
    const said = await explain(
      new AppError('invalid', { fields: { email: 'validation.email', 'guardians.0.phone': 'nothing.here' } }),
      'es',
      'REF',
    )
    expect(said.fields?.email).toMatch(/ /)
    expect(said.fields?.['guardians.0.phone']).toBe('nothing.here')
  })

  it('shows the record as it is now, on a conflict', async () => {
    expect((await explain(new AppError('conflict', { current: { version: 3 } }), 'en', 'R')).current).toEqual({
      version: 3,
    })
  })

  it('answers in Spanish to whoever asks for a language that we do not have', async () => {
    const refusal = new AppError('not_found')
    expect((await explain(refusal, 'de', 'R')).message).toBe((await explain(refusal, 'es', 'R')).message)
    expect((await explain(refusal, 'en', 'R')).message).not.toBe((await explain(refusal, 'es', 'R')).message)
  })
})
