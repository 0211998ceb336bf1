import { describe, expect, it } from 'vitest'
import { isMobile, parsePhone, showPhone, whatsappUrl } from './phone'

describe('phone', () => {
  it.each([
    ['300 123 4567', '+573001234567'],
    ['(604) 123-4567', '+576041234567'],
    ['+57 300 1234567', '+573001234567'],
    ['0057 300 1234567', '+573001234567'],
    ['57 300 123 4567', '+573001234567'],
    ['+58 412 1234567', '+584121234567'],
    ['1234567', null],
    ['200 123 4567', null],
    ['609 123 4567', null],
    ['+57 12345678', null],
    ['300 123 456', null],
    ['300 123 4567 ext 2', null],
    ['', null],
  ])('%s is %s', (raw, phone) => {
    expect(parsePhone(raw)).toBe(phone)
  })

  it('is shown in groups', () => {
    expect(showPhone('+573001234567')).toBe('300 123 4567')
    expect(showPhone('+584121234567')).toBe('+584121234567')
  })

  it('opens WhatsApp only where WhatsApp can be', () => {
    expect(isMobile('+576041234567')).toBe(false)
    expect(whatsappUrl('Hola, ¿qué tal? & más', '+573001234567')).toBe(
      'https://wa.me/573001234567?text=Hola%2C%20%C2%BFqu%C3%A9%20tal%3F%20%26%20m%C3%A1s',
    )
    expect(whatsappUrl('a', '+576041234567')).toBe('https://wa.me/?text=a')
  })
})
