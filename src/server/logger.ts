import { type DestinationStream, pino } from 'pino';
import type { YogaLogger } from 'graphql-yoga';

import type { Config } from '../config.js';
import { withoutSecrets } from '../eutils/redact.js';

/** Where the address of the operator and the server's API key are known. */
export type Secrets = Pick<Config, 'NCBI_API_KEY' | 'NCBI_EMAIL'>;

type Level = 'debug' | 'info' | 'warn' | 'error';

/**
 * JSON log lines on standard error, so that standard output stays free for answers. A plain object as the first argument
 * gives fields of the line, the others its `msg`.
 *
 * Every text of a line, whoever wrote it, goes out without what looks like a key or an address, and without the secrets of
 * this process.
 *
 * @param secrets - What must not stand in any line.
 */
export function createLogger(
  level: Config['LOG_LEVEL'],
  secrets: Partial<Secrets> = {},
  destination: DestinationStream = pino.destination(2),
): YogaLogger {
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  const planted = [secrets.NCBI_API_KEY, secrets.NCBI_EMAIL].filter((secret) => secret !== undefined);
  const clean = (text: string): string =>
    withoutSecrets(planted.reduce((rest, secret) => rest.replaceAll(secret, '[removed]'), text));
  const writer =
    (at: Level) =>
    (...args: unknown[]): void => {
      if (log.isLevelEnabled(at)) {
        const [first, ...rest] = args;
        if (isFields(first)) {
          log[at](mapTexts(first, clean), clean(asText(rest)));
        } else {
          log[at](clean(asText(args)));
        }
      }
    };
  return { debug: writer('debug'), info: writer('info'), warn: writer('warn'), error: writer('error') };
}

function isFields(arg: unknown): arg is Readonly<Record<string, unknown>> {
  return typeof arg === 'object' && arg !== null && Object.getPrototypeOf(arg) === Object.prototype;
}

/** Of fields that are not texts or numbers the members count; errors are told in the message. */
function mapTexts(fields: Readonly<Record<string, unknown>>, clean: (text: string) => string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (typeof value === 'string') {
        return [name, clean(value)];
      }
      return [name, isFields(value) ? mapTexts(value, clean) : value];
    }),
  );
}

/** Errors by name, message and stack only: their causes may quote requests. */
function asText(args: readonly unknown[]): string {
  return args.map((arg) => (arg instanceof Error ? (arg.stack ?? arg.message) : String(arg))).join(' ');
}
