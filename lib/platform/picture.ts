/**
 * A picture as a small PNG on white for a printed page, as a data: address; null when it cannot be read. Phones' photographs
 * of a shield are a thousand times larger than what prints.
 * @param side longest side in pixels
 */
export async function smallPicture(bytes: Uint8Array, side: number): Promise<string | null> {
  try {
    const { default: sharp } = await import('sharp')
    const small = await sharp(bytes, { limitInputPixels: 50_000_000 })
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .png({ palette: true, colours: 64, compressionLevel: 9 })
      .toBuffer()
    return `data:image/png;base64,${small.toString('base64')}`
  } catch {
    return null
  }
}
