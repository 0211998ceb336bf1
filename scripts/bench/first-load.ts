import { gzipSync } from 'node:zlib'

export type FirstLoad = { script: number; html: number }

/** Compressed bytes of what a first visit loads: all scripts that the page's HTML names, and the HTML itself. */
export async function firstLoad(url: string, headers: Record<string, string>): Promise<FirstLoad> {
  const html = await (await fetch(url, { headers })).text()
  // `nomodule` scripts are for browsers that cannot run this program at all.
  const tags = [...html.matchAll(/<script[^>]*\bsrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/nomodule/i.test(tag))
  const sources = new Set(tags.map(([, source]) => source!))
  const sizes = await Promise.all(
    [...sources].map(async (source) => {
      const body = await (await fetch(new URL(source, url))).arrayBuffer()
      return gzipSync(new Uint8Array(body)).length
    }),
  )
  return { script: sizes.reduce((sum, size) => sum + size, 0), html: gzipSync(html).length }
}
