import { accentTokens, isHexColor } from '@/lib/shared/contrast'

/** By colour, not by school: the same colour gives the same lines to everybody. */
const known = new Map<string, string>()

function styleOf(color: string): string {
  const before = known.get(color)
  if (before) return before
  const lines = (['light', 'dark'] as const).flatMap((theme) =>
    Object.entries(accentTokens(color, theme)).map(([name, value]) => `--school-${name}-${theme}:${value}`),
  )
  const style = `:root{${lines.join(';')}}`
  if (known.size < 1000) known.set(color, style)
  return style
}

/** The school's colour for everything below :root, dialogs included. Without a colour the product's own stays. */
export function SchoolAccent({ color }: { color?: string | null }) {
  return color && isHexColor(color) ? <style>{styleOf(color)}</style> : null
}
