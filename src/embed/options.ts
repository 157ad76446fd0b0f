import { inspect } from 'node:util';

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
  /** Links from tables that `entrez-graph tables import` has imported; they take no request to NCBI. */
  readonly tables?: {
    /** Folder of the tables. */
    readonly folder?: string | undefined;
    /** `prefer`: before ELink; `fallback`: only while ELink fails; `off`: never. Default `prefer`. */
    readonly use?: 'prefer' | 'fallback' | 'off' | undefined;
    /** Link names that agree with ELink for less of the sampled records are not used, in percent. Default 99. */
    readonly minAgreement?: number | undefined;
    /** Whether only tables are used that were compared with ELink. Default false. */
    readonly verifiedOnly?: boolean | undefined;
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
    /** Manifest of trusted documents, which are then the only ones that are answered. Default: all are. */
    readonly trustedDocuments?: string | undefined;
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

/** What an option is, in the words of an error. */
type Kind = 'a string' | 'a number' | 'true or false' | 'a list of strings';

/** The setting behind each option, and what it is given as. */
const OPTIONS: Readonly<Record<string, readonly [SettingName, Kind]>> = {
  'ncbi.baseUrl': ['NCBI_BASE_URL', 'a string'],
  'ncbi.apiKey': ['NCBI_API_KEY', 'a string'],
  'ncbi.tool': ['NCBI_TOOL', 'a string'],
  'ncbi.email': ['NCBI_EMAIL', 'a string'],
  'ncbi.requestsPerSecond': ['NCBI_RPS', 'a number'],
  'ncbi.maxInFlight': ['NCBI_MAX_IN_FLIGHT', 'a number'],
  'ncbi.timeoutMs': ['NCBI_TIMEOUT_MS', 'a number'],
  'cache.memoryMb': ['CACHE_MB', 'a number'],
  'cache.folder': ['CACHE_DIR', 'a string'],
  'cache.folderMb': ['CACHE_DISK_MB', 'a number'],
  'cache.redisUrl': ['REDIS_URL', 'a string'],
  'cache.linksTtlS': ['LINKS_TTL_S', 'a number'],
  'cache.summariesTtlS': ['SUMMARIES_TTL_S', 'a number'],
  'cache.searchTtlS': ['SEARCH_TTL_S', 'a number'],
  'cache.staleWhileRevalidateS': ['STALE_WHILE_REVALIDATE_S', 'a number'],
  'tables.folder': ['TABLES_DIR', 'a string'],
  'tables.use': ['TABLES', 'a string'],
  'tables.minAgreement': ['TABLES_MIN_AGREEMENT', 'a number'],
  'tables.verifiedOnly': ['TABLES_VERIFIED_ONLY', 'true or false'],
  'limits.deadlineMs': ['DEADLINE_MS', 'a number'],
  'limits.maxCalls': ['MAX_CALLS', 'a number'],
  'limits.maxNodes': ['MAX_NODES', 'a number'],
  'limits.maxResponseMb': ['MAX_RESPONSE_MB', 'a number'],
  'access.callerKeys': ['CALLER_KEYS', 'true or false'],
  'access.corsOrigins': ['CORS_ORIGINS', 'a list of strings'],
  'access.corsHeaders': ['CORS_HEADERS', 'a list of strings'],
  'access.csrfHeader': ['CSRF_HEADER', 'true or false'],
  'access.trustedDocuments': ['TRUSTED_DOCUMENTS', 'a string'],
  'access.introspection': ['INTROSPECTION', 'true or false'],
  'access.requestsPerMinute': ['REQUESTS_PER_MINUTE', 'a number'],
  'access.callsPerHour': ['CALLS_PER_HOUR', 'a number'],
  typePrefix: ['TYPE_PREFIX', 'a string'],
  rootField: ['ROOT_FIELD', 'a string'],
  federation: ['FEDERATION', 'a string'],
  federatedTraces: ['FEDERATED_TRACES', 'true or false'],
  catalogFile: ['CATALOG_FILE', 'a string'],
};
/** Options that are no settings. */
const OTHERS = ['endpoint', 'logger'];
const GROUPS = new Set(Object.keys(OPTIONS).flatMap((path) => (path.includes('.') ? path.split('.', 1) : [])));
/** Never shown. */
const SECRETS = ['ncbi.apiKey', 'cache.redisUrl'];

const pathOf = new Map(Object.entries(OPTIONS).map(([path, [name]]) => [name, path]));

/**
 * Reads options as the settings they stand for. Environment variables are not read. An empty string counts as left out.
 *
 * @internal
 * @throws {@link ConfigError} naming the option and what was expected. Never shows a key.
 */
export function configOf(options: EntrezGraphOptions): Config {
  const values: Partial<Record<SettingName, string>> = {};
  for (const [path, value] of entriesOf(options)) {
    const [name, kind] = (Object.hasOwn(OPTIONS, path) ? OPTIONS[path] : undefined) ?? [];
    if (name === undefined || kind === undefined) {
      throw new ConfigError(`Unknown option ${path}. Known options: ${[...pathOf.values(), ...OTHERS].join(', ')}.`);
    }
    if (value !== undefined) {
      values[name] = textOf(path, value, kind);
    }
  }
  checkOthers(options);
  return withOptionNames(() =>
    readConfig({}, values satisfies SettingValues, EMBEDDED, (name) => pathOf.get(name) ?? name),
  );
}

/**
 * Names settings in errors as options. Files that options name are read where the settings have their names.
 *
 * @internal
 */
export function withOptionNames<Result>(act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof ConfigError)) {
      throw error;
    }
    const message = error.message
      .replaceAll(
        /\b[A-Z]+(?:_[A-Z]+)+\b(?: \(--[a-z-]+\))?/g,
        (written) => pathOf.get(written.split(' ')[0] as SettingName) ?? written,
      )
      // Lists are arrays here.
      .replace(', with commas between them', '');
    throw new ConfigError(message, { cause: error.cause });
  }
}

function entriesOf(options: unknown): readonly (readonly [path: string, value: unknown])[] {
  return membersOf('The options', options)
    .filter(([name]) => !OTHERS.includes(name))
    .flatMap(([name, value]) =>
      GROUPS.has(name) && value !== undefined
        ? membersOf(name, value).map(([option, one]) => [`${name}.${option}`, one] as const)
        : GROUPS.has(name)
          ? []
          : [[name.includes('.') ? `"${name}"` : name, value] as const],
    );
}

function membersOf(name: string, value: unknown): readonly (readonly [string, unknown])[] {
  // Also of another realm, as those of test runners.
  if (Object.prototype.toString.call(value) !== '[object Object]') {
    throw new ConfigError(`${name} must be an object of options, not ${shown(value)}.`);
  }
  return Object.entries(value as object);
}

/** A value as a person would write it into a variable. */
function textOf(path: string, value: unknown, kind: Kind): string {
  if (typeof value === 'string' && kind === 'a string') {
    return value;
  }
  if (typeof value === 'number' && kind === 'a number') {
    return String(value);
  }
  if (typeof value === 'boolean' && kind === 'true or false') {
    return value ? 'on' : 'off';
  }
  if (kind === 'a list of strings' && Array.isArray(value) && value.every(isEntry)) {
    return value.join(',');
  }
  const given = SECRETS.includes(path) ? 'the value given' : shown(value);
  throw new ConfigError(`${path} must be ${kind}, not ${given}.`);
}

function isEntry(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && !value.includes(',');
}

function checkOthers({ endpoint, logger }: { readonly endpoint?: unknown; readonly logger?: unknown }): void {
  if (endpoint !== undefined && !(typeof endpoint === 'string' && /^\/[^\s?#]*$/.test(endpoint))) {
    throw new ConfigError(`endpoint must be a path such as /graphql, not ${shown(endpoint)}.`);
  }
  const functions = (logger ?? {}) as Readonly<Record<string, unknown>>;
  if (
    logger !== undefined &&
    !['debug', 'info', 'warn', 'error'].every((name) => typeof functions[name] === 'function')
  ) {
    throw new ConfigError(`logger must have the functions debug, info, warn and error, not be ${shown(logger)}.`);
  }
}

function shown(value: unknown): string {
  return inspect(value, { depth: Array.isArray(value) ? 0 : -1, maxArrayLength: 5, maxStringLength: 100 });
}
