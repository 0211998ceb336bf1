import { describe, expect, it } from 'vitest'
import { dayOf } from '@/lib/shared/dates'
import { canonicalText, isNewVersion, linkExpiry, linkState, nameList } from './rules'
import { acceptConsentInput, createLinkInput, openLinkInput } from './schema'

const now = new Date('2026-01-20T15:00:00Z')
const link = { expiresAt: new Date('2026-01-21T00:00:00Z'), revokedAt: null, useCount: 0, maxUses: 60 }

describe('a link', () => {
  it('is valid until something ends it', () => {
    expect(linkState(link, now)).toBe('valid')
    expect(linkState({ ...link, useCount: 59 }, now)).toBe('valid')
    expect(linkState({ ...link, useCount: 60 }, now)).toBe('used_up')
    expect(linkState({ ...link, expiresAt: now }, now)).toBe('expired')
    expect(linkState({ ...link, revokedAt: now, expiresAt: now, useCount: 60 }, now)).toBe('revoked')
  })

  it.each([
    '2026-01-20T15:00:00Z',
    '2026-01-20T03:00:00Z',
    '2026-01-20T04:59:59Z',
    '2026-01-20T05:00:00Z',
    '2026-12-31T23:00:00Z',
  ])('made at %s lasts through its last day in Bogotá', (made) => {
    const start = new Date(made)
    const end = linkExpiry(start, 15)
    const lastDay = dayOf(new Date(start.getTime() + 15 * 86_400_000))
    expect(dayOf(end)).toBe(lastDay)
    expect(dayOf(new Date(end.getTime() + 1000))).not.toBe(lastDay)
  })

  it('is asked for by channel', () => {
    const guardianId = '01976d1e-7b1c-7f3e-8a55-0d4f6c1b2a3d'
    expect(createLinkInput.parse({ guardianId, channel: 'qr' })).toEqual({ guardianId, channel: 'qr', days: 14 })
    expect(createLinkInput.safeParse({ guardianId, channel: 'sms' }).success).toBe(false)
    expect(createLinkInput.safeParse({ guardianId, channel: 'qr', days: 31 }).success).toBe(false)
    expect(openLinkInput.safeParse({ token: 'x', schoolId: 'y' }).success).toBe(false)
    expect(acceptConsentInput.safeParse({ studentId: guardianId, consentTextId: guardianId, guardianId }).success).toBe(
      false,
    )
  })
})

describe('a consent text', () => {
  it('is the same words in the same form', () => {
    expect(canonicalText(' Título ', 'Uno \r\n\r\n\r\n\r\nDos\t\n')).toBe('Título\n\nUno\n\nDos')
    expect(canonicalText('Se\u0301', 'x')).toBe(canonicalText('Sé', 'x'))
    expect(canonicalText('T', 'a  b')).not.toBe(canonicalText('T', 'a b'))
  })

  it('is a new version only when it says something else', () => {
    const newest = { title: 'T', body: 'Uno\nDos' }
    expect(isNewVersion(newest, { title: 'T', body: 'Uno \r\nDos\n' })).toBe(false)
    expect(isNewVersion(newest, { title: 'T', body: 'Uno. Dos' })).toBe(true)
    expect(isNewVersion(null, newest)).toBe(true)
  })
})

it('names are listed as people say them', () => {
  expect(nameList(['Sofía', 'Juan', 'Ana'])).toBe('Sofía, Juan y Ana')
  expect(nameList(['Juan', 'Inés'])).toBe('Juan e Inés')
  expect(nameList(['Sofía', 'Juan'], 'en')).toBe('Sofía and Juan')
})
