import type { Tone } from '@/components/ui/tone'

/**
 * Plain data, so that fifty rows cost the browser no more than their words.
 * text: string · link: { href, text } · badge: { tone, text } · date: `yyyy-mm-dd` · number: number, or formatted text
 */
export type Cell = string | number | null | undefined | { tone: Tone; text: string } | { href: string; text: string }

export type Row = {
  id: string
  /** Where the row leads; its first cell becomes the link. */
  href?: string
  /** Cannot be selected. */
  fixed?: boolean
  cells: Record<string, Cell>
}

export type Column = {
  key: string
  header: string
  kind?: 'text' | 'link' | 'badge' | 'date' | 'number'
  /** Key of a cell shown in small under this one. */
  sub?: string
  /** Left out of the two lines of a phone. */
  phone?: 'hide'
  /** Any CSS width. */
  width?: string
  muted?: boolean
  /** A number or code that must not break. */
  nowrap?: boolean
  /** Turns the heading into a link that sorts. */
  sort?: { href: string; direction?: 'asc' | 'desc' }
}
