import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import en from '../../messages/en/validation.json'
import es from '../../messages/es/validation.json'
import * as fields from './fields'
import { validationKey } from './validation-key'

const keysOf = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues.map(validationKey)

describe('fields', () => {
  it('tidy what people type', () => {
    expect(fields.requiredText(10).parse('  a  ')).toBe('a')
    expect(fields.optionalText(10).parse('   ')).toBeNull()
    expect(fields.optionalText(10).parse(undefined)).toBeUndefined()
    expect(fields.dayField.parse('5/3/2026')).toBe('2026-03-05')
    expect(fields.optionalDay.parse('')).toBeNull()
    expect(fields.nameFields.secondSurname.parse(' ')).toBeNull()
    expect(fields.nameFields.secondSurname.parse(' Gómez ')).toBe('Gómez')
    expect(fields.optionalEmail.parse(' ')).toBeNull()
    expect(fields.optionalEmail.parse('Ana@Ejemplo.co')).toBe('ana@ejemplo.co')
    expect(fields.queryFlag.parse('true')).toBe(true)
    expect(fields.queryFlag.parse(true)).toBe(true)
    expect(fields.optionalPhone.parse('300 123 45 67')).toBe('+573001234567')
    expect(fields.emailField.parse(' Ana.Rios@Ejemplo.CO ')).toBe('ana.rios@ejemplo.co')
    expect(fields.documentFields.documentNumber.parse('1.098.765')).toBe('1098765')
    expect(fields.optionalChoice(['a', 'b']).parse('')).toBeNull()
    expect(fields.queryFlag.parse('false')).toBe(false)
    expect(z.object(fields.pageFields).parse({ limit: '20' })).toEqual({ limit: 20 })
    expect(z.object(fields.pageFields).parse({})).toEqual({ limit: 50 })
  })

  it.each([
    [fields.requiredText(3), '  ', 'validation.required'],
    [fields.requiredText(3), undefined, 'validation.required'],
    [fields.requiredText(3), 'abcd', 'validation.tooLong'],
    [fields.requiredText(3), 7, 'validation.required'],
    [fields.nameFields.firstName, '', 'validation.required'],
    [fields.nameFields.firstName, 'Juan2', 'validation.name'],
    [fields.nameFields.secondName, '=A', 'validation.name'],
    [fields.documentFields.documentType, 'XX', 'validation.documentType'],
    [fields.documentFields.documentNumber, ' . ', 'validation.required'],
    [fields.dayField, '31/02/2026', 'validation.day'],
    [fields.dayField, '', 'validation.required'],
    [fields.optionalPhone, '123', 'validation.phone'],
    [fields.emailField, 'ana@', 'validation.email'],
    [fields.emailField, 'ana@ejemplo', 'validation.email'],
    [fields.emailField, 'a b@ejemplo.co', 'validation.email'],
    [fields.emailField, 'ana@ejemplo.co, eva@ejemplo.co', 'validation.email'],
    [fields.optionalEmail, 'ana@ejemplo..co', 'validation.email'],
    [fields.emailField, `${'a'.repeat(300)}@ejemplo.co`, 'validation.tooLong'],
    [fields.nameFields.firstSurname, 'R1', 'validation.name'],
    [fields.idField, 'x', 'validation.id'],
    [fields.choice(['a']), '', 'validation.choose'],
    [fields.queryFlag, 'yes', 'validation.choose'],
    [fields.pageFields.limit, 201, 'validation.limit'],
    [fields.pageFields.limit, 'x', 'validation.limit'],
    [fields.versionField, 0, 'validation.invalid'],
    [z.strictObject({}), { schoolId: '1' }, 'validation.unknownField'],
    [z.object({ a: z.number() }), {}, 'validation.required'],
    [z.array(z.string()).min(1), [], 'validation.tooSmall'],
  ])('%#: %j is refused with one sentence', (schema, value, key) => {
    expect(keysOf(schema, value)).toEqual([key])
    expect(es).toHaveProperty(key.slice('validation.'.length))
    expect(en).toHaveProperty(key.slice('validation.'.length))
  })

  it('keep absent fields absent in an update', () => {
    const update = z
      .strictObject({ ...fields.nameFields, day: fields.optionalDay, phone: fields.optionalPhone })
      .partial()
    expect(update.parse({ firstName: 'Ana' })).toEqual({ firstName: 'Ana' })
  })

  it('can be described to programs', () => {
    const every = z.strictObject({
      ...fields.nameFields,
      ...fields.documentFields,
      ...fields.pageFields,
      day: fields.optionalDay,
      flag: fields.queryFlag,
    })
    const described = z.toJSONSchema(every, { io: 'input' })
    expect(described.required).toEqual(['firstSurname', 'firstName', 'documentType', 'documentNumber'])
  })
})
