export type PutOutcome = 'stored' | 'refused' | 'unreachable'

/**
 * Sends the bytes straight to the store. `refused`: the store did not take this address (it expires after five minutes);
 * `unreachable`: no answer at all. fetch() cannot tell how far an upload is, XMLHttpRequest can.
 */
export function putFile(
  ticket: { url: string; headers: Record<string, string> },
  body: Blob,
  onProgress: (part: number) => void,
): Promise<PutOutcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('PUT', ticket.url)
    for (const [name, value] of Object.entries(ticket.headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total)
    request.onload = () => resolve(request.status >= 200 && request.status < 300 ? 'stored' : 'refused')
    request.onerror = () => resolve('unreachable')
    request.send(body)
  })
}
