import { describe, expect, it } from 'vitest';

import { DEMO, QUERY, QUERY_SANDBOX } from '../src/config/presets.js';
import { ConfigError, readConfig, type SettingName, settingList, settingsOf } from '../src/config.js';

/** Values that a setting must refuse, and what its message must say is expected. */
const BAD: Record<SettingName, readonly [expected: RegExp, ...values: readonly string[]]> = {
  NCBI_BASE_URL: [/an http or https URL/, 'eutils', 'ftp://ncbi.example/', 'file:///etc/passwd'],
  NCBI_API_KEY: [/a key without blanks/, 'not a key'],
  NCBI_TOOL: [/letters, digits/, 'my tool', 'tool&email=x'],
  NCBI_EMAIL: [/an e-mail address/, 'me', 'me@', '@example.org'],
  NCBI_RPS: [/a whole number from 1 to 100/, '0', '101', '2.5', '-1', 'fast'],
  NCBI_MAX_IN_FLIGHT: [/a whole number from 1 to 1000/, '0', '1001'],
  NCBI_MAX_IN_FLIGHT_MB: [/a whole number from 1 to 65536/, '0', '65537'],
  NCBI_TIMEOUT_MS: [/a whole number from 100 to 600000/, '99', '30s'],
  HOST: [/a host name or address/, ' ', 'http://localhost'],
  PORT: [/a whole number from 0 to 65535/, '65536', '-1', 'http', '0x10', '1e3'],
  KEEP_ALIVE_S: [/a whole number from 1 to 3600/, '0', '1m'],
  DRAIN_GRACE_MS: [/a whole number from 0 to 600000/, '-1', '5s'],
  DRAIN_TIMEOUT_MS: [/a whole number from 0 to 3600000/, '-1', '1m'],
  DEADLINE_MS: [/a whole number from 100 to 3600000/, '0', '1m'],
  MAX_NODES: [/a whole number from 1 to 1000000000/, '0', '1e6'],
  MAX_CALLS: [/a whole number from 1 to 1000000/, '0', 'all'],
  MAX_RESPONSE_MB: [/a whole number from 1 to 1024/, '0', '2000'],
  AUTH_TOKENS_FILE: [/a file without control characters/, 'a\nb'],
  REQUESTS_PER_MINUTE: [/a whole number from 1 to 1000000/, '0', '60/min'],
  CALLS_PER_HOUR: [/a whole number from 1 to 1000000/, '0', 'all'],
  CALLER_KEYS: [/on or off/, 'yes'],
  CORS_ORIGINS: [
    /origins such as https:\/\/app\.example\.org/,
    '*',
    'null',
    'app.example.org',
    'https://app.example.org/',
    'https://*.example.org/x',
    'https://a.example, http:',
    'file:///etc',
  ],
  CORS_HEADERS: [/names of headers such as baggage/, 'x y', 'a:b', 'a,,b'],
  CSRF_HEADER: [/on or off/, 'yes', 'ON'],
  TRUSTED_DOCUMENTS: [/a file without control characters/, 'a\tb'],
  INTROSPECTION: [/on or off/, 'true'],
  GRAPHIQL: [/on or off/, '1'],
  EXPLORE: [/on or off/, 'no'],
  MCP: [/on or off/, 'yes'],
  LINK_FUSION: [/one of off, pairs, targets/, 'on', 'PAIRS'],
  CATALOG_FILE: [/a file without control characters/, 'a\nb'],
  REDIS_URL: [/a redis:\/\/ or rediss:\/\/ URL/, 'localhost:6379', 'http://localhost', 'redis://', 'redis://a b'],
  CACHE_MB: [/a whole number from 1 to 65536/, '0', '128MB'],
  CACHE_DIR: [/a folder without control characters/, 'a\nb'],
  CACHE_DISK_MB: [/a whole number from 1 to 1048576/, '0', '1GB'],
  TABLES_DIR: [/a folder without control characters/, 'a\nb'],
  TABLES: [/one of prefer, fallback, off/, 'on'],
  TABLES_MIN_AGREEMENT: [/a whole number from 0 to 100/, '101', '0.99'],
  TABLES_VERIFIED_ONLY: [/on or off/, 'yes'],
  LINKS_TTL_S: [/a whole number from 1 to 31536000/, '0', '1h'],
  SUMMARIES_TTL_S: [/a whole number from 1 to 31536000/, '0', '31536001'],
  SEARCH_TTL_S: [/a whole number from 1 to 31536000/, '0', 'never'],
  STALE_WHILE_REVALIDATE_S: [/a whole number from 0 to 31536000/, '-1', '5m'],
  RECORD_DIR: [/a folder without control characters/, 'a\nb'],
  TYPE_PREFIX: [/a capital letter, then letters and digits/, 'ncbi', 'Ncbi_', '__Ncbi'],
  ROOT_FIELD: [/a lower-case letter, then letters and digits/, 'Ncbi', 'my_ncbi', '__typename', 'n-c'],
  FEDERATION: [/one of 2.9, 2.3/, '2', '2.10', 'v2.9'],
  FEDERATED_TRACES: [/on or off/, 'yes', 'ftv1'],
  METRICS: [/on or off/, 'yes'],
  LOG_LEVEL: [/one of debug, info, warn, error, silent/, 'verbose', 'INFO'],
};

function flagOf(name: SettingName): string {
  return settingList.find((setting) => setting.name === name)?.flag ?? '';
}

function failure(environment: Record<string, string>, flags: Partial<Record<SettingName, string>> = {}): string {
  try {
    readConfig(environment, flags);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message;
  }
  return expect.unreachable('the settings were accepted');
}

describe('readConfig', () => {
  it('serves live NCBI on this machine by default, at the rate allowed without a key', () => {
    expect(readConfig({})).toMatchObject({
      NCBI_BASE_URL: 'https://eutils.ncbi.nlm.nih.gov/entrez/eutils/',
      NCBI_TOOL: 'entrez-graph',
      HOST: '127.0.0.1',
      PORT: 4000,
      rps: 3,
    });
  });

  it('allows 10 requests a second with a key, and what NCBI_RPS says in any case', () => {
    expect(readConfig({ NCBI_API_KEY: 'k' }).rps).toBe(10);
    expect(readConfig({ NCBI_RPS: '7' }).rps).toBe(7);
    expect(readConfig({ NCBI_API_KEY: 'k', NCBI_RPS: '2' }).rps).toBe(2);
  });

  it('drains as long as an operation may take, unless DRAIN_TIMEOUT_MS says otherwise', () => {
    const drainOf = (environment: Record<string, string>): number => readConfig(environment).DRAIN_TIMEOUT_MS;
    expect([drainOf({}), drainOf({ DEADLINE_MS: '1000' }), drainOf({ DEADLINE_MS: '90000' })]).toEqual([
      60_000, 60_000, 90_000,
    ]);
    expect(drainOf({ DEADLINE_MS: '90000', DRAIN_TIMEOUT_MS: '0' })).toBe(0);
  });

  it('lets flags override the environment', () => {
    const config = readConfig({ PORT: '4001', NCBI_RPS: '5' }, { PORT: '4002' });
    expect(config).toMatchObject({ PORT: 4002, NCBI_RPS: 5 });
  });

  it('does not look at a variable that a flag overrides', () => {
    expect(readConfig({ PORT: 'nonsense' }, { PORT: '1' }).PORT).toBe(1);
  });

  it('takes blank variables for absent', () => {
    expect(readConfig({ NCBI_API_KEY: '', PORT: '', NCBI_EMAIL: '' })).toEqual(readConfig({}));
  });

  it('ends the base URL in a slash, since programs are named relative to it', () => {
    expect(readConfig({ NCBI_BASE_URL: 'http://localhost:4100/entrez/eutils' }).NCBI_BASE_URL).toBe(
      'http://localhost:4100/entrez/eutils/',
    );
  });

  it('takes the edges of every range', () => {
    expect(readConfig({ PORT: '0', NCBI_RPS: '100', CACHE_MB: '1' })).toMatchObject({
      PORT: 0,
      NCBI_RPS: 100,
      CACHE_MB: 1,
    });
    expect(readConfig({ PORT: '65535' }).PORT).toBe(65_535);
  });

  const cases = (Object.keys(BAD) as SettingName[]).flatMap((name) => {
    const [expected, ...values] = BAD[name];
    return values.map((value) => [name, value, expected] as const);
  });

  it.each(cases)('refuses %s=%j in one line that names variable, flag and expectation', (name, value, expected) => {
    for (const message of [failure({ [name]: value }), failure({}, { [name]: value })]) {
      expect(message.startsWith(`${name} (${flagOf(name)}) must be `), message).toBe(true);
      expect(message).toMatch(expected);
      expect(message).not.toContain('\n');
      // These may hold secrets.
      const hidden = name === 'NCBI_API_KEY' || name === 'REDIS_URL';
      expect(message).toContain(hidden ? 'not the value given.' : `not ${JSON.stringify(value)}.`);
    }
  });

  it('refuses an e-mail address that NCBI stumbles over', () => {
    expect(failure({ NCBI_EMAIL: 'root@example.org' })).toContain('does not start with root@');
    expect(failure({ NCBI_EMAIL: 'Root@example.org' })).toContain('does not start with root@');
    expect(readConfig({ NCBI_EMAIL: 'rooted@example.org' }).NCBI_EMAIL).toBe('rooted@example.org');
  });

  it('never shows a key, not even a wrong one', () => {
    const key = 'secret with blanks';
    expect(failure({ NCBI_API_KEY: key })).toBe(
      'NCBI_API_KEY (--ncbi-api-key) must be a key without blanks, not the value given.',
    );
    expect(failure({ NCBI_API_KEY: key, PORT: 'x' })).not.toContain('secret');
  });

  it('does not show the credentials in a base URL, and does not take any', () => {
    const message = failure({ NCBI_BASE_URL: 'https://user:secret@ncbi.example/' });
    expect(message).toContain('NCBI_BASE_URL');
    expect(message).not.toContain('secret');
  });

  it('reads a list of origins', () => {
    expect(readConfig({ CORS_ORIGINS: 'https://app.example.org, http://localhost:3000' }).CORS_ORIGINS).toEqual([
      'https://app.example.org',
      'http://localhost:3000',
    ]);
  });

  it('is frozen', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });
});

describe('settingList', () => {
  it('gives every setting a flag of the same name and a description with its default', () => {
    expect(settingList.map(({ name }) => name)).toEqual(Object.keys(BAD));
    for (const { name, flag, description } of settingList) {
      expect(flag).toBe(`--${name.toLowerCase().replaceAll('_', '-')}`);
      expect(description, name).not.toBe('');
    }
    expect(settingList.find(({ name }) => name === 'PORT')?.description).toContain('(default: 4000)');
  });
});

describe('a preset', () => {
  it('decides what it fixes, whatever the environment and the flags say, and offers no flag for it', () => {
    const config = readConfig({ NCBI_API_KEY: 'k', CACHE_DIR: '/tmp/mine' }, { NCBI_RPS: '10' }, DEMO);
    expect(config).toMatchObject({ rps: 3, NCBI_RPS: 3 });
    expect(config).not.toHaveProperty('NCBI_API_KEY');
    expect(config).not.toHaveProperty('CACHE_DIR');
    expect(settingsOf(DEMO).map(({ name }) => name)).not.toContain('NCBI_RPS');
  });

  it('does not look at a variable that it fixes', () => {
    expect(readConfig({ PORT: 'nonsense' }, {}, QUERY).PORT).toBe(4000);
  });

  it('has no limits where it says so, unless they are set, and shows that in the help', () => {
    expect(readConfig({}, {}, QUERY)).toMatchObject({ DEADLINE_MS: Infinity, MAX_CALLS: Infinity });
    expect(readConfig({ DEADLINE_MS: '5000' }, { MAX_CALLS: '7' }, QUERY)).toMatchObject({
      DEADLINE_MS: 5000,
      MAX_CALLS: 7,
    });
    expect(() => readConfig({ DEADLINE_MS: '1' }, {}, QUERY)).toThrow(/DEADLINE_MS \(--deadline-ms\) must be/);
    const shown = settingsOf(QUERY).flatMap(({ name, fallback }) => (fallback === 'none' ? [name] : []));
    expect(shown).toEqual(['DEADLINE_MS', 'MAX_CALLS']);
  });

  it.each([
    ['demo', DEMO],
    ['query --sandbox', QUERY_SANDBOX],
  ])('for %s leaves the identity and the stores of the operator alone', (_command, preset) => {
    const environment = {
      NCBI_BASE_URL: 'https://other.example/',
      NCBI_API_KEY: 'k',
      NCBI_TOOL: 'mine',
      NCBI_EMAIL: 'me@example.org',
      REDIS_URL: 'redis://localhost',
      CACHE_DIR: '/tmp/mine',
      RECORD_DIR: '/tmp/recorded',
    };
    const untouched = readConfig({}, {}, preset);
    expect(readConfig(environment, {}, preset)).toEqual(untouched);
    expect(readConfig({}, environment, preset)).toEqual(untouched);
  });
});
