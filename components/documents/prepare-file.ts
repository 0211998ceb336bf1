import { fileKind, sameFileKind } from '@/lib/shared/file-kind'

/** What a phone's camera makes is larger than a reader needs: longer side in pixels, and bytes from which it matters. */
const longestSide = 2000
const heavy = 1.5 * 1024 * 1024
const quality = 0.85

export type Prepared = { body: Blob; fileName: string; contentType: string }

/**
 * What will be sent: the file itself, or a picture made smaller on the device. A picture that this device cannot
 * open (HEIC away from Apple's) goes as it is. The type is that of the content, whatever the phone calls it; '' for
 * what is not accepted.
 */
export async function prepareFile(file: File): Promise<Prepared> {
  const found = fileKind(new Uint8Array(await file.slice(0, 256).arrayBuffer()))
  const contentType = found && sameFileKind(file.type, found) ? file.type : (found ?? '')
  const untouched = { body: file, fileName: file.name, contentType }
  if (!contentType.startsWith('image/')) return untouched
  const picture = await open(file)
  if (!picture) return untouched
  try {
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
    if (scale === 1 && file.size <= heavy) return untouched
    const smaller = await draw(picture, scale)
    if (!smaller || smaller.size >= file.size) return untouched
    return { body: smaller, fileName: `${file.name.replace(/\.[^.]*$/, '')}.jpg`, contentType: 'image/jpeg' }
  } finally {
    picture.close()
  }
}

/** Turned upright as the camera held it. */
const open = (file: Blob): Promise<ImageBitmap | null> =>
  createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)

function draw(picture: ImageBitmap, scale: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  const pen = canvas.getContext('2d')
  if (!pen) return Promise.resolve(null)
  // A transparent picture would turn black as JPEG.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
}
