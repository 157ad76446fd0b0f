import { z } from 'zod';

const DEFAULT_BASE_URL = 'https://eutils.ncbi.nlm.nih.gov/entrez/eutils/';

/** Protocol: `X-RateLimit-Limit`, recorded 2024. */
const RPS_WITHOUT_KEY = 3;
const RPS_WITH_KEY = 10;

function wholeNumber(min: number, max: number) {
  const expected = `a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d+$/, expected)
    .transform(Number)
    .refine((value) => value >= min && value <= max, expected);
}

/** NCBI's servers stumble over addresses that start so; EDirect removes them. */
const email = z
  .email('an e-mail address')
  .refine((address) => !/^root@/i.test(address), 'an e-mail address that does not start with root@');

/** User and password in a URL. */
const CREDENTIALS = /(?<=\/\/)[^/]*@/;

const baseUrl = z
  .url({ protocol: /^https?$/, error: 'an http or https URL' })
  .refine((url) => !CREDENTIALS.test(url), 'an http or https URL without a password')
  .transform((url) => (url.endsWith('/') ? url : `${url}/`));

const redisUrl = z
  .string()
  .refine((url) => /^rediss?:\/\/[^/]/.test(url) && URL.canParse(url), 'a redis:// or rediss:// URL');

const onOff = z.enum(['on', 'off'], { error: 'on or off' });

const file = z.string().regex(/^\P{Cc}+$/u, 'a file without control characters');

const origins = z
  .string()
  .transform((list) => list.split(',').map((origin) => origin.trim()))
  .refine(
    (list) =>
      list.every((origin) => /^https?:/.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin),
    'origins such as https://app.example.org, with commas between them',
  );

/** Settings whose values are never shown, not even when they are wrong. */
const SECRET: ReadonlySet<string> = new Set(['NCBI_API_KEY', 'REDIS_URL']);

/** Every setting: its variable, its meaning and what it accepts. Each is also a flag: NCBI_RPS is --ncbi-rps. */
const SETTINGS = {
  NCBI_BASE_URL: baseUrl.default(DEFAULT_BASE_URL).describe('Folder of the E-utilities programs'),
  NCBI_API_KEY: z
    .string()
    .regex(/^\S+$/, 'a key without blanks')
    .optional()
    .describe('API key of NCBI; allows 10 requests a second'),
  NCBI_TOOL: z
    .string()
    .regex(/^[\w.-]+$/, 'letters, digits, ".", "_" and "-"')
    .default('entrez-graph')
    .describe('Name of this software for NCBI'),
  NCBI_EMAIL: email.optional().describe('Where NCBI can reach the operator'),
  NCBI_RPS: wholeNumber(1, 100).optional().describe('Requests a second; default 3, or 10 with a key'),
  NCBI_MAX_IN_FLIGHT: wholeNumber(1, 1000).default(32).describe('Requests under way at once'),
  NCBI_TIMEOUT_MS: wholeNumber(100, 600_000).default(30_000).describe('Time one request may take'),
  HOST: z
    .string()
    .regex(/^[\w.:%-]+$/, 'a host name or address')
    .default('127.0.0.1')
    .describe('Address to listen on'),
  PORT: wholeNumber(0, 65_535).default(4000).describe('Port to listen on; 0 takes a free one'),
  DRAIN_GRACE_MS: wholeNumber(0, 600_000)
    .default(0)
    .describe('Time after SIGTERM in which requests are still taken, while /health/ready says already that it stops'),
  DRAIN_TIMEOUT_MS: wholeNumber(0, 3_600_000).default(10_000).describe('Time that answers under way get after that'),
  DEADLINE_MS: wholeNumber(100, 3_600_000)
    .default(60_000)
    .describe('Time one operation may take, waiting for permits included'),
  MAX_NODES: wholeNumber(1, 1_000_000_000)
    .default(2_000_000)
    .describe('Records that the pages of one operation may hold in all, were each of them full'),
  MAX_CALLS: wholeNumber(1, 1_000_000).default(1000).describe('Upstream calls that one operation may take part in'),
  AUTH_TOKENS_FILE: file
    .optional()
    .describe('File of the bearer tokens that open this server, one name:token a line; without it, it is open to all'),
  REQUESTS_PER_MINUTE: wholeNumber(1, 1_000_000)
    .optional()
    .describe(
      'Requests a minute that one client may make: the name of a token, or an address where there are no tokens',
    ),
  CALLS_PER_HOUR: wholeNumber(1, 1_000_000)
    .optional()
    .describe('Upstream calls an hour that the operations of one client may take part in'),
  CORS_ORIGINS: origins.optional().describe('Origins whose web pages may ask, with commas between them'),
  CSRF_HEADER: onOff
    .default('off')
    .describe(
      'Whether a GET must have the header x-entrez-csrf, which web pages of other origins cannot send (on or off)',
    ),
  TRUSTED_DOCUMENTS: file
    .optional()
    .describe('Manifest of the only documents to be answered, a JSON object of texts by their ids'),
  INTROSPECTION: onOff.default('on').describe('Whether the schema can be asked for (on or off)'),
  GRAPHIQL: onOff.default('on').describe('Whether browsers are shown GraphiQL (on or off)'),
  EXPLORE: onOff.default('on').describe('Whether there is a page /explore (on or off)'),
  LINK_FUSION: z
    .enum(['off', 'pairs', 'targets'], { error: 'one of off, pairs, targets' })
    .default('pairs')
    .describe(
      'Ask for several link names in one call where that saves calls: those between two databases (pairs), or also ' +
        'those to several (targets), if NCBI proves at the start that it can do that',
    ),
  REDIS_URL: redisUrl
    .optional()
    .describe('Redis or Valkey through which several processes share one budget of requests and one cache'),
  CACHE_MB: wholeNumber(1, 65_536).default(128).describe('Memory for answers'),
  CACHE_DIR: z
    .string()
    .regex(/^\P{Cc}+$/u, 'a folder without control characters')
    .optional()
    .describe('Folder to keep answers in, so that they outlive this process; not beside REDIS_URL, which does so, too'),
  CACHE_DISK_MB: wholeNumber(1, 1_048_576).default(1024).describe('Disk for answers in CACHE_DIR'),
  LINKS_LIFE_S: wholeNumber(1, 31_536_000).default(21_600).describe('Seconds that a list of links is good'),
  SUMMARIES_LIFE_S: wholeNumber(1, 31_536_000).default(86_400).describe('Seconds that a summary is good'),
  VOLATILE_LIFE_S: wholeNumber(1, 31_536_000).default(600).describe('Seconds that a search or an empty list is good'),
  STALE_S: wholeNumber(0, 31_536_000)
    .default(300)
    .describe('Seconds beyond its life that an answer is still given, labelled, while it is renewed'),
  RECORD_DIR: z
    .string()
    .regex(/^\P{Cc}+$/u, 'a folder without control characters')
    .optional()
    .describe('Folder to write every exchange with NCBI to, without secrets, for sandbox --replay'),
  TYPE_PREFIX: z
    .string()
    .regex(/^[A-Z][A-Za-z\d]*$/, 'a capital letter, then letters and digits')
    .optional()
    .describe('What the names of GraphQL types begin with, for a larger graph that has types of the same names'),
  METRICS: onOff
    .default('on')
    .describe(
      'Whether /metrics shows metrics for Prometheus, to holders of a token where there are tokens (on or off)',
    ),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'one of debug, info, warn, error, silent' })
    .default('info')
    .describe('Least important log lines to write'),
};

const settings = z.object(SETTINGS);

/** A blank and a control character. */
const NOTHING_ACCEPTS = ' \0';

/** Name of a setting, which is also its environment variable. */
export type SettingName = keyof typeof SETTINGS;

/** The validated settings of a process. */
export type Config = Readonly<z.infer<typeof settings>> & {
  /** Requests a second that NCBI allows, as the key or NCBI_RPS decides. */
  readonly rps: number;
};

/** A setting that cannot be used. Its message is one line for a person. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** The settings with their flags, for help texts and the reference. */
export const settingList: readonly {
  readonly name: SettingName;
  readonly flag: string;
  /** Meaning and default. */
  readonly description: string;
  readonly meaning: string;
  /** What it is when nothing is said; undefined for nothing. */
  readonly fallback: string | undefined;
  /** What it accepts, in the words of the complaint. */
  readonly expected: string;
}[] = (Object.keys(SETTINGS) as SettingName[]).map((name) => {
  const meaning = SETTINGS[name].description ?? '';
  const fallback = fallbackOf(name);
  return {
    name,
    flag: flagOf(name),
    description: fallback === undefined ? meaning : `${meaning} (default: ${fallback})`,
    meaning,
    fallback,
    expected: expectedOf(name),
  };
});

/**
 * Reads the settings from the environment; flags override it. Blank variables count as absent.
 *
 * @throws {@link ConfigError} naming the variable, its flag and what was expected. Never shows a key.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  flags: Partial<Record<SettingName, string>> = {},
): Config {
  const given = Object.fromEntries(
    settingList.flatMap(({ name }) => {
      const value = flags[name] ?? environment[name];
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  ) as Partial<Record<SettingName, string>>;
  const result = settings.safeParse(given);
  if (!result.success) {
    const [issue] = result.error.issues;
    const name = issue?.path[0] as SettingName;
    const shown = SECRET.has(name) ? 'the value given' : JSON.stringify(given[name]?.replace(CREDENTIALS, '…@'));
    throw new ConfigError(`${name} (${flagOf(name)}) must be ${issue?.message ?? 'valid'}, not ${shown}.`);
  }
  const config = result.data;
  if (config.CACHE_DIR !== undefined && config.REDIS_URL !== undefined) {
    throw new ConfigError('CACHE_DIR (--cache-dir) must be left out beside REDIS_URL, which keeps answers as well.');
  }
  const rps = config.NCBI_RPS ?? (config.NCBI_API_KEY === undefined ? RPS_WITHOUT_KEY : RPS_WITH_KEY);
  return Object.freeze({ ...config, rps });
}

function flagOf(name: SettingName): string {
  return `--${name.toLowerCase().replaceAll('_', '-')}`;
}

function fallbackOf(name: SettingName): string | undefined {
  const schema = SETTINGS[name];
  return schema instanceof z.ZodDefault ? String(schema.def.defaultValue) : undefined;
}

function expectedOf(name: SettingName): string {
  return SETTINGS[name].safeParse(NOTHING_ACCEPTS).error?.issues[0]?.message ?? '';
}
