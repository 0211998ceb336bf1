import pino from 'pino'
import { env } from './env'

let logger: pino.Logger | undefined

/**
 * Structured log, one event per request. Events carry ids, names of operations and durations;
 * never a person's name, a document or a token.
 */
export function log(): pino.Logger {
  logger ??= pino({
    level: env().LOG_LEVEL,
    base: { service: 'athena' },
    redact: { paths: ['*.password', '*.token', '*.authorization', '*.cookie'], censor: '[redacted]' },
    timestamp: pino.stdTimeFunctions.isoTime,
  })
  return logger
}
