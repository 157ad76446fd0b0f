import { z } from 'zod';

import { parseRedisUrl } from '../stores/redis-url.js';

const DEFAULT_BASE_URL = 'https://eutils.ncbi.nlm.nih.gov/entrez/eutils/';

const YEAR_S = 31_536_000;

/** Matches the user and password of a URL. */
export const CREDENTIALS = /(?<=\/\/)[^/]*@/;

function wholeNumber(min: number, max: number) {
  const expected = `a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d+$/, expected)
    .transform(Number)
    .refine((value) => value >= min && value <= max, expected);
}

/** NCBI's servers fail on addresses that start with root@; EDirect removes them. */
const email = z
  .email('an e-mail address')
  .refine((address) => !/^root@/i.test(address), 'an e-mail address that does not start with root@');

const baseUrl = z
  .url({ protocol: /^https?$/, error: 'an http or https URL' })
  .refine((url) => !CREDENTIALS.test(url), 'an http or https URL without a password')
  .transform((url) => (url.endsWith('/') ? url : `${url}/`));

const redisUrl = z
  .string()
  .refine((url) => parseRedisUrl(url) !== undefined, 'a redis:// or rediss:// URL, or several hosts in one');

const onOff = z.enum(['on', 'off'], { error: 'on or off' });

const file = z.string().regex(/^\P{Cc}+$/u, 'a file without control characters');

const folder = z.string().regex(/^\P{Cc}+$/u, 'a folder without control characters');

const origins = z
  .string()
  .transform((list) => list.split(',').map((origin) => origin.trim()))
  .refine(
    (list) =>
      list.every((origin) => /^https?:/.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin),
    'origins such as https://app.example.org, with commas between them',
  );

const headerNames = z
  .string()
  .transform((list) => list.split(',').map((name) => name.trim().toLowerCase()))
  .refine(
    (list) => list.every((name) => /^[a-z\d][a-z\d_-]*$/.test(name)),
    'names of headers such as baggage, with commas between them',
  );

/** Every setting: its variable, its meaning and what it accepts. Each is also a flag: NCBI_RPS is --ncbi-rps. */
export const SETTINGS = {
  NCBI_BASE_URL: baseUrl.default(DEFAULT_BASE_URL).describe('Base URL of the E-utilities'),
  NCBI_API_KEY: z
    .string()
    .regex(/^\S+$/, 'a key without blanks')
    .optional()
    .describe('NCBI API key (10 requests per second instead of 3)'),
  NCBI_TOOL: z
    .string()
    .regex(/^[\w.-]+$/, 'letters, digits, ".", "_" and "-"')
    .default('entrez-graph')
    .describe('Tool name sent to NCBI'),
  NCBI_EMAIL: email.optional().describe('Contact e-mail sent to NCBI'),
  NCBI_RPS: wholeNumber(1, 100)
    .optional()
    .describe('Maximum requests to NCBI per second; 3 unless set, or 10 with an API key'),
  NCBI_MAX_IN_FLIGHT: wholeNumber(1, 1000).default(32).describe('Maximum concurrent requests to NCBI'),
  NCBI_MAX_IN_FLIGHT_MB: wholeNumber(1, 65_536)
    .default(256)
    .describe('Maximum size of all responses of NCBI that are read at once, in MB; one alone may be up to 64 MB'),
  NCBI_TIMEOUT_MS: wholeNumber(100, 600_000).default(30_000).describe('Timeout of one request to NCBI, in ms'),
  HOST: z
    .string()
    .regex(/^[\w.:%-]+$/, 'a host name or address')
    .default('127.0.0.1')
    .describe('Address to listen on'),
  PORT: wholeNumber(0, 65_535).default(4000).describe('Port to listen on; 0 selects a free port'),
  KEEP_ALIVE_S: wholeNumber(1, 3600)
    .default(5)
    .describe(
      'How long an idle client connection stays open, in seconds. Behind a load balancer, set it above the ' +
        "balancer's idle timeout",
    ),
  DRAIN_GRACE_MS: wholeNumber(0, 600_000)
    .default(0)
    .describe('How long to keep accepting requests after SIGTERM, in ms; /health/ready fails at once'),
  DRAIN_TIMEOUT_MS: wholeNumber(0, 3_600_000)
    .default(60_000)
    .describe(
      'How long to wait for running requests after that, in ms; then they are answered with what they have. If unset, ' +
        'DEADLINE_MS where that is longer',
    ),
  DEADLINE_MS: wholeNumber(100, 3_600_000)
    .default(60_000)
    .describe('Maximum time per operation, in ms, including waits for the rate limit'),
  MAX_NODES: wholeNumber(1, 1_000_000_000)
    .default(2_000_000)
    .describe('Maximum records an operation could return if every page were full'),
  MAX_CALLS: wholeNumber(1, 1_000_000)
    .default(1000)
    .describe('Maximum NCBI requests per operation (a shared request counts for each)'),
  MAX_RESPONSE_MB: wholeNumber(1, 1024).default(32).describe('Maximum size of a response, in MB'),
  AUTH_TOKENS_FILE: file
    .optional()
    .describe('File of bearer tokens, one name:token per line. Without it, no authentication'),
  REQUESTS_PER_MINUTE: wholeNumber(1, 1_000_000)
    .optional()
    .describe('Maximum requests per minute and client (a token, or an IP address where there are no tokens)'),
  CALLS_PER_HOUR: wholeNumber(1, 1_000_000).optional().describe('Maximum NCBI requests per hour and client'),
  CALLER_KEYS: onOff
    .default('on')
    .describe('Accept NCBI API keys of callers, in the header x-ncbi-api-key (on or off)'),
  CORS_ORIGINS: origins
    .optional()
    .describe('Origins whose web pages may send requests, with commas between them. Without it, same origin only'),
  CORS_HEADERS: headerNames
    .optional()
    .describe('Further request headers that web pages of CORS_ORIGINS may send, with commas between them'),
  CSRF_HEADER: onOff
    .default('off')
    .describe('Require the header x-entrez-csrf on GET requests, which other origins cannot send (on or off)'),
  TRUSTED_DOCUMENTS: file
    .optional()
    .describe('JSON file of allowed operations, { id: document }. All others are rejected'),
  INTROSPECTION: onOff.default('on').describe('Allow introspection (on or off)'),
  GRAPHIQL: onOff.default('on').describe('Serve GraphiQL (on or off)'),
  EXPLORE: onOff.default('on').describe('Serve the graph explorer at /explore (on or off)'),
  MCP: onOff.default('on').describe('Serve tools for assistants at /mcp, the Model Context Protocol (on or off)'),
  LINK_FUSION: z
    .enum(['off', 'pairs', 'targets'], { error: 'one of off, pairs, targets' })
    .default('pairs')
    .describe(
      'Merge link names into one ELink call: off, pairs (same two databases) or targets (several target databases; ' +
        'checked against NCBI at start-up)',
    ),
  CATALOG_FILE: file
    .optional()
    .describe('Catalog the schema is built from, as written by catalog refresh. Without it, the packaged catalog'),
  REDIS_URL: redisUrl
    .optional()
    .describe(
      'URL of a Redis or Valkey server, cluster or set of sentinels. Processes that use it share one rate limit and one cache',
    ),
  CACHE_MB: wholeNumber(1, 65_536).default(128).describe('Size of the in-memory cache, in MB'),
  CACHE_DIR: folder
    .optional()
    .describe('Folder of an on-disk cache, which outlives the process. Cannot be combined with REDIS_URL'),
  CACHE_DISK_MB: wholeNumber(1, 1_048_576).default(1024).describe('Maximum size of CACHE_DIR, in MB'),
  TABLES_DIR: folder
    .optional()
    .describe('Folder of imported tables of links, as written by tables import. Without it, no tables'),
  TABLES: z
    .enum(['prefer', 'fallback', 'off'], { error: 'one of prefer, fallback, off' })
    .default('prefer')
    .describe('Use of the tables in TABLES_DIR: prefer (before ELink), fallback (only while ELink fails) or off'),
  TABLES_MIN_AGREEMENT: wholeNumber(0, 100)
    .default(99)
    .describe('Least agreement with ELink, in percent, of a link name that is served from a table'),
  TABLES_VERIFIED_ONLY: onOff
    .default('off')
    .describe('Serve only link names from tables that tables verify has compared with ELink (on or off)'),
  LINKS_TTL_S: wholeNumber(1, YEAR_S).default(21_600).describe('Cache TTL of link lists, in seconds'),
  SUMMARIES_TTL_S: wholeNumber(1, YEAR_S).default(86_400).describe('Cache TTL of document summaries, in seconds'),
  SEARCH_TTL_S: wholeNumber(1, YEAR_S).default(600).describe('Cache TTL of searches and empty link lists, in seconds'),
  STALE_WHILE_REVALIDATE_S: wholeNumber(0, YEAR_S)
    .default(300)
    .describe('How long an expired answer may be served stale while it is revalidated, in seconds'),
  RECORD_DIR: folder.optional().describe('Folder to record NCBI traffic to, without secrets, for sandbox --replay'),
  TYPE_PREFIX: z
    .string()
    .regex(/^[A-Z][A-Za-z\d]*$/, 'a capital letter, then letters and digits')
    .optional()
    .describe('Prefix for all type names, to avoid clashes in a federated graph'),
  ROOT_FIELD: z
    .string()
    .regex(/^[a-z][A-Za-z\d]*$/, 'a lower-case letter, then letters and digits')
    .optional()
    .describe('Field of Query that a federated graph has all root fields below, such as ncbi'),
  FEDERATION: z
    .enum(['2.9', '2.3'], { error: 'one of 2.9, 2.3' })
    .default('2.9')
    .describe('Version of Federation of the subgraph: 2.9, or 2.3 (without costs) for older routers'),
  FEDERATED_TRACES: onOff
    .default('off')
    .describe("Add traces (ftv1) to answers whose requests have Apollo's header for them (on or off)"),
  METRICS: onOff
    .default('on')
    .describe('Serve Prometheus metrics at /metrics, to holders of a token where there are tokens (on or off)'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'one of debug, info, warn, error, silent' })
    .default('info')
    .describe('Least severe log lines to write'),
};

/** Name of a setting, which is also its environment variable. */
export type SettingName = keyof typeof SETTINGS;

/** Settings whose values are never shown, not even in an error about them. */
export const SECRET: ReadonlySet<string> = new Set<SettingName>(['NCBI_API_KEY', 'REDIS_URL']);
