import { describe, expect, it } from 'vitest';

import { configWarnings } from '../../src/config/warnings.js';
import { readConfig } from '../../src/config.js';

describe('configWarnings', () => {
  const QUIET = { NCBI_EMAIL: 'me@example.org' };
  const warningsOf = (environment: Record<string, string>): readonly string[] =>
    configWarnings(readConfig({ ...QUIET, ...environment }), { ...QUIET, ...environment });

  it('has nothing to say of the defaults with an e-mail address', () => {
    expect(warningsOf({})).toEqual([]);
    expect(configWarnings(readConfig({}), {})).toEqual([expect.stringMatching(/^NCBI_EMAIL is not set\. Set it/)]);
  });

  it.each([
    [{ NCBI_RPS: '4' }, /^NCBI_RPS is 4 without NCBI_API_KEY\. NCBI allows 3/],
    [{ NCBI_RPS: '11' }, /^NCBI_RPS is 11\. NCBI allows 10/],
    [{ NCBI_RPS: '11', NCBI_API_KEY: 'k' }, /^NCBI_RPS is 11\. NCBI allows 10/],
    [{ HOST: '0.0.0.0' }, /^HOST opens the server to other machines and AUTH_TOKENS_FILE is not set\./],
    [{ HOST: '::' }, /^HOST opens the server to other machines and AUTH_TOKENS_FILE is not set\./],
    [{ HOST: '192.168.1.5' }, /^HOST opens the server to other machines and AUTH_TOKENS_FILE is not set\./],
    [{ HOST: 'gateway.example' }, /^HOST opens the server to other machines and AUTH_TOKENS_FILE is not set\./],
  ] as const)('warns of %j, which is legal and dangerous', (environment, warning) => {
    expect(warningsOf(environment)).toEqual([expect.stringMatching(warning)]);
  });

  it.each([
    [{ NCBI_RPS: '3' }],
    [{ NCBI_RPS: '10', NCBI_API_KEY: 'k' }],
    [{ NCBI_RPS: '100', NCBI_BASE_URL: 'http://127.0.0.1:4100/entrez/eutils/' }],
    [{ HOST: '0.0.0.0', AUTH_TOKENS_FILE: 'tokens.txt' }],
    [{ HOST: '127.0.0.2' }],
    [{ HOST: '::1' }],
    [{ HOST: '::ffff:127.0.0.1' }],
    [{ HOST: 'localhost' }],
  ] as const)('does not warn of %j', (environment) => {
    expect(warningsOf(environment)).toEqual([]);
  });

  it.each([
    ['NCBI_APIKEY', 'NCBI_API_KEY'],
    ['NCBI_MAIL', 'NCBI_EMAIL'],
    ['ncbi_email', 'NCBI_EMAIL'],
    ['CACHE_DIRECTORY', 'CACHE_DIR'],
    ['AUTH_TOKEN_FILE', 'AUTH_TOKENS_FILE'],
    ['LOGLEVEL', 'LOG_LEVEL'],
    ['DRAIN_TIMEOUT', 'DRAIN_TIMEOUT_MS'],
    ['DEADLINE', 'DEADLINE_MS'],
    ['deadline', 'DEADLINE_MS'],
    ['DEADLINE_SECONDS', 'DEADLINE_MS'],
    ['CACHE_GB', 'CACHE_MB'],
    ['KEEP_ALIVE', 'KEEP_ALIVE_S'],
    ['KEEP_ALIVE_SECS', 'KEEP_ALIVE_S'],
    ['REQUESTS_PER', 'REQUESTS_PER_MINUTE'],
    ['STALE_WHILE', 'STALE_WHILE_REVALIDATE_S'],
    ['LINKS_LIFE_S', 'LINKS_TTL_S'],
    ['SUMMARIES_LIFE_S', 'SUMMARIES_TTL_S'],
    ['VOLATILE_LIFE_S', 'SEARCH_TTL_S'],
    ['STALE_S', 'STALE_WHILE_REVALIDATE_S'],
  ])('names the setting that %s was probably meant to be, and never its value', (name, meant) => {
    expect(warningsOf({ [name]: 's3cret' })).toEqual([`Unknown variable ${name}. Did you mean ${meant}?`]);
  });

  it.each([
    ['NCBI_RSP', 'NCBI_RPS'],
    ['LOG_LEVLE', 'LOG_LEVEL'],
    ['CAHCE_DIR', 'CACHE_DIR'],
    ['NCBI_KEY', 'NCBI_API_KEY'],
    ['NCBI_URL', 'NCBI_BASE_URL'],
    ['AUTH_TOKENS', 'AUTH_TOKENS_FILE'],
  ])('names the setting for %s, whose letters changed places or whose word is missing: %s', (name, meant) => {
    expect(configWarnings(readConfig({ NCBI_EMAIL: 'a@b.org' }), { [name]: 'v' })).toEqual([
      `Unknown variable ${name}. Did you mean ${meant}?`,
    ]);
  });

  it('warns of every unknown variable that begins with NCBI_', () => {
    expect(warningsOf({ NCBI_CONCURRENCY: '3' })).toEqual([
      'Unknown variable NCBI_CONCURRENCY. See docs/configuration.md for the settings.',
    ]);
  });

  it.each([
    'PATH',
    'HOSTNAME',
    'HOME',
    'PWD',
    'SHELL',
    'HOSTS',
    'PROT',
    'REPORT',
    'METRICS_SERVICE_HOST',
    'LOG_FILE',
    'CACHE',
    'LOG',
    'REDIS',
    'MAX',
    'TYPE',
  ])('takes %s for a variable of another program', (name) => {
    expect(warningsOf({ [name]: 'x' })).toEqual([]);
  });

  it('does not take a blank variable for a mistake', () => {
    expect(warningsOf({ NCBI_APIKEY: '' })).toEqual([]);
  });
});
