import { describe, expect, it } from 'vitest'
import { localPath } from './rules'

describe('localPath', () => {
  it('keeps a path of ours with its query', () => {
    expect(localPath('/san-jose/students?q=ana&grade=6')).toBe('/san-jose/students?q=ana&grade=6')
    expect(localPath('/admin')).toBe('/admin')
  })

  it.each([
    undefined,
    ['/a', '/b'],
    '',
    'students',
    'https://evil.example/x',
    '//evil.example',
    '/\\evil.example',
    '/a\\..\\..//evil.example',
    '/..//evil.example',
    '/\tevil',
    '/\n/evil.example',
    'javascript:alert(1)',
    '/login?next=/login',
    '/api/auth/signout',
  ])('sends %j to the start', (wanted) => {
    expect(localPath(wanted)).toBe('/')
  })
})
