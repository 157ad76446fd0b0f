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
  DEADLINE_MS: wholeNumber(100, 3_600_000)
    .default(60_000)
    .describe('Time one operation may take, waiting for permits included'),
  CACHE_MB: wholeNumber(1, 65_536).default(128).describe('Memory for answers'),
  LINKS_LIFE_S: wholeNumber(1, 31_536_000).default(21_600).describe('Seconds that a list of links is good'),
  SUMMARIES_LIFE_S: wholeNumber(1, 31_536_000).default(86_400).describe('Seconds that a summary is good'),
  VOLATILE_LIFE_S: wholeNumber(1, 31_536_000).default(600).describe('Seconds that a search or an empty list is good'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'one of debug, info, warn, error, silent' })
    .default('info')
    .describe('Least important log lines to write'),
};

const settings = z.object(SETTINGS);

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

/** The settings with their flags, for help texts. */
export const settingList: readonly {
  readonly name: SettingName;
  readonly flag: string;
  readonly description: string;
}[] = (Object.keys(SETTINGS) as SettingName[]).map((name) => ({
  name,
  flag: flagOf(name),
  description: describe(name),
}));

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
    const shown = name === 'NCBI_API_KEY' ? 'the value given' : JSON.stringify(given[name]?.replace(CREDENTIALS, '…@'));
    throw new ConfigError(`${name} (${flagOf(name)}) must be ${issue?.message ?? 'valid'}, not ${shown}.`);
  }
  const config = result.data;
  const rps = config.NCBI_RPS ?? (config.NCBI_API_KEY === undefined ? RPS_WITHOUT_KEY : RPS_WITH_KEY);
  return Object.freeze({ ...config, rps });
}

function flagOf(name: SettingName): string {
  return `--${name.toLowerCase().replaceAll('_', '-')}`;
}

function describe(name: SettingName): string {
  const schema = SETTINGS[name];
  const fallback = schema instanceof z.ZodDefault ? ` (default: ${String(schema.def.defaultValue)})` : '';
  return `${schema.description ?? ''}${fallback}`;
}
