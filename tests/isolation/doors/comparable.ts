import type { Answer } from './wire'

export const titlesOf = ({ text }: Answer): string[] =>
  [...text.matchAll(/<title>([^<]*)<\/title>/g)].map(([, title]) => title!)

/** What a person reads. */
export const wordsOf = ({ text }: Answer): string =>
  text
    .replace(/<(script|style|template)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

/** The payload of a page, which a full page carries in its scripts. */
const payloadOf = ({ text, headers }: Answer): string =>
  headers.get('content-type')?.startsWith('text/html')
    ? [...text.matchAll(/self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g)]
        .map(([, piece]) => JSON.parse(piece!))
        .join('')
    : text

/** The strings of a payload, but for names that are given anew in each answer. */
const stringsOf = (payload: string): string[] =>
  [...new Set([...payload.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, inner]) => inner!))]
    .filter((inner) => !/^(\$|[\w-]{21,22}$)/.test(inner))
    .sort()

/** What was asked for is one and the same word in every answer. A grade is no name of a record, and stands in many ids. */
export const levelled = (text: string, asked: readonly string[]): string =>
  asked.filter((word) => word.length > 2).reduce((left, word) => left.replaceAll(word, '¶'), text)

const sorted = (words: string): string => words.split(' ').sort().join(' ')

export type Comparable = { status: number; headers: string[]; titles: string[]; words: string; strings: string[] }

/** Everything of an answer but what differs between any two: nonces, the moment, in which pieces it came, and what was asked. */
export function comparable(answer: Answer, asked: string[]): Comparable {
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1]
  const level = (text: string) => levelled(nonce ? text.replaceAll(nonce, '·') : text, asked)
  const own = /^(date|x-request-id|content-length|keep-alive|connection|transfer-encoding|ratelimit)/
  return {
    status: answer.status,
    headers: [...answer.headers].filter(([name]) => !own.test(name)).map(([name, value]) => `${name}: ${level(value)}`),
    titles: titlesOf(answer).map(level),
    // Pieces of a page that are sent as they get ready come in any order.
    words: answer.headers.get('content-type')?.startsWith('text/html') ? sorted(level(wordsOf(answer))) : '',
    strings: stringsOf(level(payloadOf(answer))),
  }
}
