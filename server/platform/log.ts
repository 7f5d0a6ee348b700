import { type DestinationStream, type Logger, pino } from 'pino';

export type Log = Logger;

/** Levels a city can choose with LOG_LEVEL. */
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Where PostgreSQL's errors quote the row or the JSON they are about. */
const OF_THE_ROW = ['err', 'err.options.cause'].flatMap((error) => [`${error}.detail`, `${error}.where`]);

/**
 * JSON lines on standard output, or to `destination`. What citizens said and who they are is never logged; headers that
 * carry secrets are removed should a request ever be.
 */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['req.headers.authorization', 'req.headers.cookie', '*.password', '*.token', ...OF_THE_ROW],
  };
  return pino(options, destination);
}
