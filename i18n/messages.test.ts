import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import en from './en'
import es from './es'

function keys(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, inner]) => keys(inner, path ? `${path}.${key}` : key))
}

/** Names of the blanks of an ICU text; the branches of a plural are texts again. */
function argumentsOf(text: string): string[] {
  const names = new Set<string>()
  const open: ('blank' | 'branch')[] = []
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '}') open.pop()
    if (text[at] !== '{') continue
    const inText = open.length === 0 || open.at(-1) === 'branch'
    if (inText) names.add(/^\w+/.exec(text.slice(at + 1))?.[0] ?? '')
    open.push(inText ? 'blank' : 'branch')
  }
  return [...names].sort()
}

function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  return Object.entries(value ?? {}).flatMap(([key, inner]) => texts(inner, path ? `${path}.${key}` : key))
}

describe('messages', () => {
  it.each(['es', 'en'])('%s: every file is a namespace', (language) => {
    const files = readdirSync(new URL(`../messages/${language}`, import.meta.url)).map((file) =>
      file.replace('.json', ''),
    )
    expect(files.sort()).toEqual(Object.keys(language === 'es' ? es : en).sort())
  })

  it('says the same things in both languages', () => {
    expect(keys(en).sort()).toEqual(keys(es).sort())
  })

  it('fills the same blanks in both languages', () => {
    const spanish = new Map(texts(es))
    const different = texts(en).filter(
      ([path, text]) => String(argumentsOf(text)) !== String(argumentsOf(spanish.get(path) ?? '')),
    )
    expect(different.map(([path]) => path)).toEqual([])
  })

  it('leaves nothing empty', () => {
    expect([...texts(es), ...texts(en)].filter(([, text]) => text.trim() === '').map(([path]) => path)).toEqual([])
  })
})
