export const logoTypes = ['image/png', 'image/jpeg'] as const

/** 1 MB, as the page says it. */
export const MAX_LOGO_BYTES = 1024 * 1024
