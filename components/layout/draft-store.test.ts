import { beforeEach, describe, expect, it } from 'vitest'
import { clearAllDrafts, type DraftStorage, draftKey, readDraft, writeDraft } from './draft-store'

class MemoryStorage implements DraftStorage {
  readonly kept = new Map<string, string>()
  get length() {
    return this.kept.size
  }
  key = (i: number) => [...this.kept.keys()][i] ?? null
  getItem = (key: string) => this.kept.get(key) ?? null
  setItem = (key: string, value: string) => void this.kept.set(key, value)
  removeItem = (key: string) => void this.kept.delete(key)
}

let storage: MemoryStorage
const key = draftKey('san-jose', 'u1', 'student.new')

beforeEach(() => {
  storage = new MemoryStorage()
})

describe('drafts', () => {
  it('come back as they were, without the secrets', () => {
    writeDraft(storage, key, { name: 'Sofía', access: { password: 'x' } }, ['access.password'])
    expect(readDraft(storage, key)).toEqual({ name: 'Sofía', access: {} })
    expect([...storage.kept.values()].join()).not.toContain('"x"')
  })

  it('belong to one person in one school', () => {
    writeDraft(storage, key, { name: 'Sofía' })
    expect(readDraft(storage, draftKey('san-jose', 'u2', 'student.new'))).toBeUndefined()
    expect(readDraft(storage, draftKey('la-salle', 'u1', 'student.new'))).toBeUndefined()
  })

  it('are forgotten after a week', () => {
    writeDraft(storage, key, { name: 'Sofía' })
    expect(readDraft(storage, key, Date.now() + 8 * 86_400_000)).toBeUndefined()
    expect(storage.length).toBe(0)
  })

  it('never fail: rubbish and a full storage are no draft', () => {
    storage.setItem(key, '{')
    expect(readDraft(storage, key)).toBeUndefined()
    storage.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    expect(() => writeDraft(storage, key, { name: 'Sofía' })).not.toThrow()
  })

  it('all go at sign-out, and nothing else does', () => {
    writeDraft(storage, key, { name: 'Sofía' })
    writeDraft(storage, draftKey('san-jose', 'u1', 'guardian.new'), { name: 'Marta' })
    storage.setItem('theme', 'dark')
    clearAllDrafts(storage)
    expect([...storage.kept.keys()]).toEqual(['theme'])
  })
})
