import type { TenantClient } from '@/lib/platform/db/tenant'
import { nothing, query } from '@/lib/platform/operation'
import { type ConsentCode, consentTextList } from '../schema'

/** The text of each consent that holds now: its newest version, by code. */
export async function newestTexts(db: TenantClient) {
  const texts = await db.consentText.findMany({
    orderBy: [{ code: 'asc' }, { version: 'desc' }],
    distinct: ['code'],
    select: { id: true, code: true, version: true, title: true, body: true, createdAt: true },
  })
  return new Map(texts.map((text) => [text.code, text]))
}

/** The consents' texts as families read them now. */
export const consentTexts = query({
  name: 'families.consentTexts',
  permission: ['config:institution', 'read:enrollment'],
  input: nothing,
  output: consentTextList,
  run: async ({ db }) => ({
    items: [...(await newestTexts(db)).values()].map((text) => ({
      ...text,
      code: text.code as ConsentCode,
      createdAt: text.createdAt.toISOString(),
    })),
  }),
})

/** Every version of the consents' texts, the newest of each first: what was accepted stays with the words that were read. */
export const consentVersions = query({
  name: 'families.consentVersions',
  permission: 'config:institution',
  input: nothing,
  output: consentTextList,
  run: async ({ db }) => {
    const texts = await db.consentText.findMany({
      orderBy: [{ code: 'asc' }, { version: 'desc' }],
      select: { id: true, code: true, version: true, title: true, body: true, createdAt: true },
    })
    return {
      items: texts.map((text) => ({
        ...text,
        code: text.code as ConsentCode,
        createdAt: text.createdAt.toISOString(),
      })),
    }
  },
})
