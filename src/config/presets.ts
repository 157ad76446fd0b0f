import { type SettingName, SETTINGS } from './settings.js';

/** Settings that can do without a limit. */
export type Limit = 'DEADLINE_MS' | 'MAX_CALLS';

/** How a command changes the settings. Its flags, their help and the values it runs with all follow from this. */
export interface Preset {
  /**
   * Settings the command decides itself: they are no flags, and their variables are ignored. A blank value is that of a
   * variable that is not set.
   */
  readonly fixed: Readonly<Partial<Record<SettingName, string>>>;
  /** Limits that do not apply unless a variable or a flag sets them. */
  readonly unlimited: readonly Limit[];
}

/** For `serve`: every setting as documented. */
export const SERVER: Preset = { fixed: {}, unlimited: [] };

/** The operator's identity and caches: a sandbox must neither see the one nor write to the others. */
const NOTHING_OF_THE_OPERATOR: Preset['fixed'] = {
  NCBI_BASE_URL: '',
  NCBI_API_KEY: '',
  NCBI_TOOL: '',
  NCBI_EMAIL: '',
  REDIS_URL: '',
  CACHE_DIR: '',
  CACHE_DISK_MB: '',
  RECORD_DIR: '',
  TABLES_DIR: '',
  TABLES: '',
  TABLES_MIN_AGREEMENT: '',
  TABLES_VERIFIED_ONLY: '',
};

/** For `demo`: a server over the sandbox that everyone on this machine may use. */
export const DEMO: Preset = {
  fixed: { ...NOTHING_OF_THE_OPERATOR, NCBI_RPS: '3', AUTH_TOKENS_FILE: '', TRUSTED_DOCUMENTS: '' },
  unlimited: [],
};

/** For `query`: no server, and as much time and as many calls as it takes. */
export const QUERY: Preset = {
  fixed: {
    HOST: '',
    PORT: '',
    KEEP_ALIVE_S: '',
    DRAIN_GRACE_MS: '',
    DRAIN_TIMEOUT_MS: '',
    AUTH_TOKENS_FILE: '',
    REQUESTS_PER_MINUTE: '',
    CALLS_PER_HOUR: '',
    CALLER_KEYS: '',
    MAX_RESPONSE_MB: '1024',
    CORS_ORIGINS: '',
    CORS_HEADERS: '',
    CSRF_HEADER: '',
    TRUSTED_DOCUMENTS: '',
    INTROSPECTION: '',
    GRAPHIQL: '',
    EXPLORE: '',
    MCP: '',
    METRICS: 'off',
  },
  unlimited: ['DEADLINE_MS', 'MAX_CALLS'],
};

/** For `query --sandbox`. */
export const QUERY_SANDBOX: Preset = {
  fixed: { ...QUERY.fixed, ...NOTHING_OF_THE_OPERATOR },
  unlimited: QUERY.unlimited,
};

/** For `mcp`: one caller over standard input, with the limits of a server. */
export const ASSISTANT: Preset = { fixed: QUERY.fixed, unlimited: [] };

/** For `mcp --sandbox`. */
export const ASSISTANT_SANDBOX: Preset = { fixed: QUERY_SANDBOX.fixed, unlimited: [] };

/** For a gateway inside another program, which has its own server, pages and metrics. */
export const EMBEDDED: Preset = {
  fixed: {
    HOST: '',
    PORT: '',
    KEEP_ALIVE_S: '',
    DRAIN_GRACE_MS: '',
    DRAIN_TIMEOUT_MS: '',
    GRAPHIQL: 'off',
    EXPLORE: 'off',
    MCP: 'off',
    METRICS: 'off',
    LOG_LEVEL: 'warn',
  },
  unlimited: [],
};

/** For commands that use a few settings only. */
function only(uses: (name: SettingName) => boolean): Preset {
  const others = (Object.keys(SETTINGS) as SettingName[]).filter((name) => !uses(name));
  return { fixed: Object.fromEntries(others.map((name) => [name, ''])), unlimited: [] };
}

function isForNcbi(name: SettingName): boolean {
  return name.startsWith('NCBI_') || name === 'CATALOG_FILE';
}

/** For `catalog refresh`: the way to NCBI, and the catalog to start from. */
export const CATALOG_REFRESH = only(isForNcbi);

/** For `doctor`: the way to NCBI, and the catalog to compare. */
export const DOCTOR = only(isForNcbi);

/** For `doctor --sandbox`. */
export const DOCTOR_SANDBOX: Preset = {
  fixed: { ...DOCTOR.fixed, ...NOTHING_OF_THE_OPERATOR },
  unlimited: DOCTOR.unlimited,
};

/** For `routes`: the catalog, and the tables that answer hops. */
export const ROUTES = only((name) => name === 'CATALOG_FILE' || name.startsWith('TABLES'));

/** For `links`, which reads the catalog and nothing else. */
export const CATALOG_READER = only((name) => name === 'CATALOG_FILE');

/** For `tables`: where the tables are, and the way to NCBI. */
export const TABLES = only(isForTables);

/** For `tables list` and `tables verify`, which say of link names that they are not served. */
export const SERVED_TABLES = only(
  (name) => isForTables(name) || name === 'TABLES_MIN_AGREEMENT' || name === 'TABLES_VERIFIED_ONLY',
);

function isForTables(name: SettingName): boolean {
  return name.startsWith('NCBI_') || name === 'TABLES_DIR';
}
