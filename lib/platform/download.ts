export type Download = { fileName: string; contentType: string; content: string }

/** A file as an answer that the browser saves. `content` is base64; the name is ours and plain ASCII. */
export function download({ fileName, contentType, content }: Download): Response {
  return new Response(Buffer.from(content, 'base64'), {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename="${fileName.replace(/[^\w.-]/g, '_')}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}

/** For the REST door of a table: it answers with the file. */
export const tableAnswer = {
  respond: download,
  contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
