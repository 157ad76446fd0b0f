import { type DestinationStream, pino } from 'pino';
import type { YogaLogger } from 'graphql-yoga';

import type { Config } from '../config.js';
import { withoutSecrets } from '../eutils/failures/redact.js';
import { LogTarget } from './log-target.js';

/** The operator's address and API key. */
export type Secrets = Pick<Config, 'NCBI_API_KEY' | 'NCBI_EMAIL'>;

/** A logger for GraphQL Yoga whose target may fail. */
type GatewayLogger = YogaLogger & {
  /** Lines that the target did not take. */
  readonly dropped: number;
  /** Writes what waits for the target's reader, for at most a second. */
  close(): Promise<void>;
};

/** Where lines go. */
type LogDestination = DestinationStream & Partial<Pick<LogTarget, 'dropped' | 'close'>>;

type Level = 'debug' | 'info' | 'warn' | 'error';

/**
 * Creates a logger of JSON lines on standard error. A plain object as the first argument becomes fields of the line, the
 * other arguments its `msg`. Removes everything that looks like a key or an address, and the secrets of this process, from
 * every text.
 *
 * Never throws and never blocks on a pipe: lines that standard error does not take are dropped and counted.
 *
 * @param secrets - Texts to remove.
 */
export function createLogger(
  level: Config['LOG_LEVEL'],
  secrets: Partial<Secrets> = {},
  destination: LogDestination = new LogTarget(2),
): GatewayLogger {
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
  return {
    debug: writer('debug'),
    info: writer('info'),
    warn: writer('warn'),
    error: writer('error'),
    get dropped() {
      return destination.dropped ?? 0;
    },
    close: async () => {
      await destination.close?.();
    },
  };
}

function isFields(arg: unknown): arg is Readonly<Record<string, unknown>> {
  return typeof arg === 'object' && arg !== null && Object.getPrototypeOf(arg) === Object.prototype;
}

/** Cleans the texts of fields, also nested ones. */
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

/** Errors become name, message and stack, without causes, which may quote requests. */
function asText(args: readonly unknown[]): string {
  return args.map((arg) => (arg instanceof Error ? (arg.stack ?? arg.message) : String(arg))).join(' ');
}
