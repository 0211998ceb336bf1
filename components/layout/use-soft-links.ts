'use client'

import { useRouter } from 'next/navigation'
import type { MouseEvent } from 'react'

/**
 * One listener for all links below an element: plain `<a>`s change the page without loading it anew. A Link component each
 * costs the server a tenth of a millisecond, and fetches what nobody asked for.
 * Downloads, other targets, other sites and the API stay the browser's.
 */
export function useSoftLinks(): (event: MouseEvent<HTMLElement>) => void {
  const router = useRouter()
  return (event) => {
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = (event.target as Element).closest('a')
    const href = link?.getAttribute('href')
    if (!link || !href || !/^\/(?!\/|api\/|docs)/.test(href)) return
    if (link.hasAttribute('download') || (link.target && link.target !== '_self')) return
    event.preventDefault()
    router.push(href, { scroll: !link.hasAttribute('data-keep-scroll') })
  }
}
