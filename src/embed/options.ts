import type { YogaLogger } from 'graphql-yoga';

import { type Config, ConfigError, EMBEDDED, readConfig, type SettingName, type SettingValues } from '../config.js';

/** What {@link createEntrezGraph} is created with. Every option has the default of the setting of the same meaning. */
export interface EntrezGraphOptions {
  /** The E-utilities, and who asks them. */
  readonly ncbi?: {
    /** Base URL of the E-utilities. Default: that of NCBI. */
    readonly baseUrl?: string | undefined;
    /** API key; with it NCBI allows 10 requests a second instead of 3. */
    readonly apiKey?: string | undefined;
    /** Name of the program sent to NCBI. Default `entrez-graph`. */
    readonly tool?: string | undefined;
    /** Contact e-mail sent to NCBI, which warns it before it blocks an address. */
    readonly email?: string | undefined;
    /** Requests in any second. Default 3, with an API key 10. */
    readonly requestsPerSecond?: number | undefined;
    /** Requests that may wait for NCBI at the same time. Default 32. */
    readonly maxInFlight?: number | undefined;
    /** Time limit of one request, in milliseconds. Default 30,000. */
    readonly timeoutMs?: number | undefined;
  };
  /** What is kept, where, and for how long. */
  readonly cache?: {
    /** Memory, in MB. Default 128. */
    readonly memoryMb?: number | undefined;
    /** Folder of a cache that outlives the process; needs the package `lmdb`. */
    readonly folder?: string | undefined;
    /** Size of that folder, in MB. Default 1024. */
    readonly folderMb?: number | undefined;
    /** Redis or Valkey: one cache and one rate limit for many processes; needs the package `ioredis`. */
    readonly redisUrl?: string | undefined;
    /** How long link lists hold, in seconds. Default 21,600. */
    readonly linksTtlS?: number | undefined;
    /** How long summaries hold, in seconds. Default 86,400. */
    readonly summariesTtlS?: number | undefined;
    /** How long searches and empty lists hold, in seconds. Default 600. */
    readonly searchTtlS?: number | undefined;
    /** How long an expired answer may be returned while it is renewed, in seconds. Default 300. */
    readonly staleWhileRevalidateS?: number | undefined;
  };
  /** What one operation may take. */
  readonly limits?: {
    /** Time, in milliseconds. Default 60,000. */
    readonly deadlineMs?: number | undefined;
    /** Requests to NCBI. Default 1,000. */
    readonly maxCalls?: number | undefined;
    /** Records that its pages may hold together. Default 2,000,000. */
    readonly maxNodes?: number | undefined;
    /** Size of its response, in MB. Default 32. */
    readonly maxResponseMb?: number | undefined;
  };
  /** Who may send what to `fetch` and `handler`. `execute` and `links` are not limited by it. */
  readonly access?: {
    /** Whether callers may send an NCBI API key of their own. Default true. */
    readonly callerKeys?: boolean | undefined;
    /** Origins whose pages may send requests. Default none. */
    readonly corsOrigins?: readonly string[] | undefined;
    /** Further request headers that those pages may send. Default none. */
    readonly corsHeaders?: readonly string[] | undefined;
    /** Whether GET requests need the header `x-entrez-csrf`, which other origins cannot send. Default false. */
    readonly csrfHeader?: boolean | undefined;
    /** Whether the schema may be introspected. Default true. */
    readonly introspection?: boolean | undefined;
    /** Requests of one caller in a minute. Default: no limit. */
    readonly requestsPerMinute?: number | undefined;
    /** Requests to NCBI that one caller may cause in an hour. Default: no limit. */
    readonly callsPerHour?: number | undefined;
  };
  /** Stands before the names of all types. Default none. */
  readonly typePrefix?: string | undefined;
  /** Field of `Query` that a federated graph has all root fields below. Default: they are fields of `Query`. */
  readonly rootField?: string | undefined;
  /** Version of Federation that the subgraph names. Default 2.9. */
  readonly federation?: '2.9' | '2.3' | undefined;
  /** Whether answers have traces (`ftv1`) where gateways of Apollo's Federation request them. Default false. */
  readonly federatedTraces?: boolean | undefined;
  /** A catalog of databases and link names in place of the one of this package. */
  readonly catalogFile?: string | undefined;
  /** Path of the URLs that `fetch` and `handler` answer. Default `/graphql`. */
  readonly endpoint?: string | undefined;
  /** Default: lines of JSON on standard error, warnings and errors only. */
  readonly logger?: YogaLogger | undefined;
}

/** The setting behind each option. */
const OPTIONS: Readonly<Record<string, SettingName>> = {
  'ncbi.baseUrl': 'NCBI_BASE_URL',
  'ncbi.apiKey': 'NCBI_API_KEY',
  'ncbi.tool': 'NCBI_TOOL',
  'ncbi.email': 'NCBI_EMAIL',
  'ncbi.requestsPerSecond': 'NCBI_RPS',
  'ncbi.maxInFlight': 'NCBI_MAX_IN_FLIGHT',
  'ncbi.timeoutMs': 'NCBI_TIMEOUT_MS',
  'cache.memoryMb': 'CACHE_MB',
  'cache.folder': 'CACHE_DIR',
  'cache.folderMb': 'CACHE_DISK_MB',
  'cache.redisUrl': 'REDIS_URL',
  'cache.linksTtlS': 'LINKS_TTL_S',
  'cache.summariesTtlS': 'SUMMARIES_TTL_S',
  'cache.searchTtlS': 'SEARCH_TTL_S',
  'cache.staleWhileRevalidateS': 'STALE_WHILE_REVALIDATE_S',
  'limits.deadlineMs': 'DEADLINE_MS',
  'limits.maxCalls': 'MAX_CALLS',
  'limits.maxNodes': 'MAX_NODES',
  'limits.maxResponseMb': 'MAX_RESPONSE_MB',
  'access.callerKeys': 'CALLER_KEYS',
  'access.corsOrigins': 'CORS_ORIGINS',
  'access.corsHeaders': 'CORS_HEADERS',
  'access.csrfHeader': 'CSRF_HEADER',
  'access.introspection': 'INTROSPECTION',
  'access.requestsPerMinute': 'REQUESTS_PER_MINUTE',
  'access.callsPerHour': 'CALLS_PER_HOUR',
  typePrefix: 'TYPE_PREFIX',
  rootField: 'ROOT_FIELD',
  federation: 'FEDERATION',
  federatedTraces: 'FEDERATED_TRACES',
  catalogFile: 'CATALOG_FILE',
};
/** Options that are no settings. */
const OTHERS = new Set(['endpoint', 'logger']);
const GROUPS = new Set(Object.keys(OPTIONS).flatMap((path) => (path.includes('.') ? path.split('.', 1) : [])));

const pathOf = new Map(Object.entries(OPTIONS).map(([path, name]) => [name, path]));

/**
 * Reads options as the settings they stand for. Environment variables are not read.
 *
 * @internal
 * @throws {@link ConfigError} naming the option and what was expected. Never shows a key.
 */
export function configOf(options: EntrezGraphOptions): Config {
  const values: Partial<Record<SettingName, string>> = {};
  for (const [path, value] of entriesOf(options)) {
    const name = OPTIONS[path];
    if (name === undefined) {
      throw new ConfigError(`Unknown option ${path}. Known options: ${[...pathOf.values(), ...OTHERS].join(', ')}.`);
    }
    if (value !== undefined) {
      values[name] = textOf(value);
    }
  }
  return readConfig({}, values satisfies SettingValues, EMBEDDED, (name) => pathOf.get(name) ?? name);
}

function entriesOf(options: EntrezGraphOptions): (readonly [path: string, value: unknown])[] {
  return Object.entries(options)
    .filter(([name]) => !OTHERS.has(name))
    .flatMap(([name, value]: [string, unknown]): (readonly [string, unknown])[] =>
      GROUPS.has(name) && typeof value === 'object' && value !== null
        ? Object.entries(value).map(([option, one]) => [`${name}.${option}`, one] as const)
        : [[name, value]],
    );
}

/** A value as a person would write it into a variable; one of a wrong type stays one that no setting accepts. */
function textOf(value: unknown): string {
  if (typeof value === 'boolean') {
    return value ? 'on' : 'off';
  }
  if (Array.isArray(value)) {
    return value.join(',');
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}
