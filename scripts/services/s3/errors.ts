/** A refusal in S3's vocabulary: HTTP status and code, as its clients expect them. */
export class StoreError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message = code,
  ) {
    super(message)
  }
}
