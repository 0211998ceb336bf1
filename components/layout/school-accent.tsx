import { accentTokens, isHexColor } from '@/lib/shared/contrast'

/** The school's colour for everything below :root, dialogs included. Without a colour the product's own stays. */
export function SchoolAccent({ color }: { color?: string | null }) {
  if (!color || !isHexColor(color)) return null
  const lines = (['light', 'dark'] as const).flatMap((theme) =>
    Object.entries(accentTokens(color, theme)).map(([name, value]) => `--school-${name}-${theme}:${value}`),
  )
  return <style>{`:root{${lines.join(';')}}`}</style>
}
