import { problemAnswer } from '@/lib/platform/endpoint'
import { AppError } from '@/lib/platform/errors'
import { requestMeta } from '@/lib/platform/request'

/** An address of the API that does not exist: a program gets a problem and not a page. */
const answer = (request: Request): Promise<Response> => {
  const { requestId } = requestMeta((name) => request.headers.get(name))
  return problemAnswer(new AppError('not_found'), request, null, requestId)
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT }
