import { expect, test } from 'vitest'
import { countryName, departmentName, departmentOptions, departments } from './places'

test('there are 32 departments and Bogotá, each with a code of two digits', () => {
  expect(Object.keys(departments)).toHaveLength(33)
  expect(Object.keys(departments).filter((code) => !/^\d{2}$/.test(code))).toEqual([])
  expect(departmentName('05')).toBe('Antioquia')
  expect(departmentName('00')).toBe('00')
})

test('departments stand in the order of a Spanish dictionary', () => {
  const labels = departmentOptions().map(({ label }) => label)
  expect(labels.slice(0, 3)).toEqual(['Amazonas', 'Antioquia', 'Arauca'])
  expect(labels.indexOf('Bogotá D. C.')).toBeLessThan(labels.indexOf('Bolívar'))
})

test('a country has its name in the language of the reader, an unknown one its code', () => {
  expect(countryName('862', 'es-CO')).toBe('Venezuela')
  expect(countryName('724', 'en-GB')).toBe('Spain')
  expect(countryName('999', 'es-CO')).toBe('999')
})
