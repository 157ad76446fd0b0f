import { type DestinationStream, pino } from 'pino';
import type { YogaLogger } from 'graphql-yoga';

import type { Config } from '../config.js';

/** JSON log lines on standard error, so that standard output stays free for answers. */
export function createLogger(
  level: Config['LOG_LEVEL'],
  destination: DestinationStream = pino.destination(2),
): YogaLogger {
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    debug: (...args) => {
      log.debug(asLine(args));
    },
    info: (...args) => {
      log.info(asLine(args));
    },
    warn: (...args) => {
      log.warn(asLine(args));
    },
    error: (...args) => {
      log.error(asLine(args));
    },
  };
}

/** Errors by name, message and stack only: their causes may quote requests. */
function asLine(args: readonly unknown[]): string {
  return args.map((arg) => (arg instanceof Error ? (arg.stack ?? arg.message) : String(arg))).join(' ');
}
