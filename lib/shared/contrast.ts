type Rgb = [number, number, number]
type Oklch = { l: number; c: number; h: number }

export type AccentTokens = { accent: string; hover: string; text: string; ink: string; soft: string }

/** The surfaces of app/styles/tokens.css that coloured text and buttons stand on. */
const grounds = {
  light: { surface: '#ffffff', darkest: '#f1f1f3', soft: 0.09 },
  dark: { surface: '#18181c', darkest: '#222228', soft: 0.13 },
} as const

const darkText = '#16161a'
const lightText = '#ffffff'

export function isHexColor(value: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(value)
}

function toRgb(hex: string): Rgb {
  const n = Number.parseInt(hex.slice(1), 16)
  return [(n >> 16) / 255, ((n >> 8) & 255) / 255, (n & 255) / 255]
}

function toHex(rgb: Rgb): string {
  return `#${rgb
    .map((v) =>
      Math.round(Math.min(1, Math.max(0, v)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

const linear = (v: number) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
const gamma = (v: number) => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055)

function toOklch(hex: string): Oklch {
  const [r, g, b] = toRgb(hex).map(linear) as Rgb
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return { l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, c: Math.hypot(a, bb), h: Math.atan2(bb, a) }
}

function fromOklch({ l, c, h }: Oklch): string {
  const a = c * Math.cos(h)
  const b = c * Math.sin(h)
  const x = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const y = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const z = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  const rgb: Rgb = [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ]
  const outside = rgb.some((v) => v < -0.0005 || v > 1.0005)
  return outside && c > 0.002 ? fromOklch({ l, c: c * 0.96, h }) : toHex(rgb.map(gamma) as Rgb)
}

/** WCAG 2.2 relative luminance of `#rrggbb`, 0–1. */
export function luminance(hex: string): number {
  const [r, g, b] = toRgb(hex).map(linear) as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG 2.2 contrast ratio of two `#rrggbb` colours, 1–21. */
export function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** White or near-black, whichever reads better on `fill`. */
export function textOn(fill: string): string {
  return contrast(fill, lightText) >= 4.5 || contrast(fill, lightText) >= contrast(fill, darkText)
    ? lightText
    : darkText
}

function mix(color: string, ground: string, part: number): string {
  const under = toRgb(ground)
  return toHex(toRgb(color).map((v, i) => v * part + (under[i] ?? 0) * (1 - part)) as Rgb)
}

/** The same hue and chroma, lighter or darker, until every ground is `ratio` away. */
function until(color: string, against: string[], ratio: number, step: number): string {
  const lch = toOklch(color)
  let found = color
  while (lch.l + step >= 0 && lch.l + step <= 1 && against.some((ground) => contrast(found, ground) < ratio)) {
    lch.l += step
    found = fromOklch(lch)
  }
  return found
}

/** A fill that stands out 3:1 from the page and carries its text at 4.5:1. */
function fill(color: string, ground: string, step: number): string {
  const visible = until(color, [ground], 3, step)
  return until(visible, [textOn(visible)], 4.5, textOn(visible) === lightText ? -0.01 : 0.01)
}

/**
 * Turns the colour that a school chose into the five tokens of a theme, corrected where it fails:
 * fill against page 3:1, text on fill 4.5:1, coloured text on every surface 4.5:1 (WCAG 2.2, 1.4.3 and 1.4.11).
 * @param color `#rrggbb`; anything else throws a RangeError
 */
export function accentTokens(color: string, theme: 'light' | 'dark'): AccentTokens {
  if (!isHexColor(color)) throw new RangeError(`Not a #rrggbb colour: ${color}`)
  const { surface, darkest, soft } = grounds[theme]
  const step = theme === 'light' ? -0.01 : 0.01
  const accent = fill(color, surface, step)
  const text = textOn(accent)
  const { l, c, h } = toOklch(accent)
  const softened = mix(until(color, [surface], 3, step), surface, soft)
  return {
    accent,
    hover: fromOklch({ l: l + (text === lightText ? -0.06 : 0.05), c, h }),
    text,
    ink: until(color, [surface, darkest, softened], 4.5, step),
    soft: softened,
  }
}

/** Whether the colour can be used as it was chosen on a light page. */
export function needsCorrection(color: string): boolean {
  return isHexColor(color) && accentTokens(color, 'light').accent.toLowerCase() !== color.toLowerCase()
}
