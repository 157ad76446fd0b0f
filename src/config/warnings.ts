import { isIP } from 'node:net';

import { distance } from 'fastest-levenshtein';

import type { Config } from '../config.js';
import { SETTINGS } from './settings.js';

/** Names that other programs use, though they resemble settings. */
const OF_OTHERS: ReadonlySet<string> = new Set(['HOSTNAME', 'HOSTTYPE']);

/** Edits between a setting and what is taken for a slip of it: one in five letters, at most 3. */
const LETTERS_PER_EDIT = 5;
const MOST_EDITS = 3;

/** Names of settings before they were renamed. */
const RENAMED: Readonly<Record<string, keyof typeof SETTINGS>> = {
  LINKS_LIFE_S: 'LINKS_TTL_S',
  SUMMARIES_LIFE_S: 'SUMMARIES_TTL_S',
  VOLATILE_LIFE_S: 'SEARCH_TTL_S',
  STALE_S: 'STALE_WHILE_REVALIDATE_S',
};

/**
 * Returns one sentence or two for each legal setting that endangers the server or its standing with NCBI, and for each
 * variable that looks like a setting but is none. Never shows the value of a variable.
 */
export function configWarnings(
  config: Config,
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  return [...aboutNcbi(config), ...aboutAccess(config), ...unknownVariables(environment)];
}

function* aboutNcbi({ NCBI_BASE_URL, NCBI_API_KEY, NCBI_EMAIL, NCBI_RPS = 0 }: Config): Generator<string> {
  if (NCBI_EMAIL === undefined) {
    yield 'NCBI_EMAIL is not set. Set it, so that NCBI can warn you before it blocks your address.';
  }
  // The limits are those of NCBI; other servers, such as the sandbox, have their own.
  if (!new URL(NCBI_BASE_URL).hostname.endsWith('.nih.gov')) {
    return;
  }
  if (NCBI_RPS > 10) {
    yield `NCBI_RPS is ${NCBI_RPS}. NCBI allows 10 requests per second with a key and may block your address above that.`;
  } else if (NCBI_RPS > 3 && NCBI_API_KEY === undefined) {
    yield `NCBI_RPS is ${NCBI_RPS} without NCBI_API_KEY. NCBI allows 3 requests per second without a key and may block your address above that.`;
  }
}

function* aboutAccess({ HOST, AUTH_TOKENS_FILE }: Config): Generator<string> {
  if (AUTH_TOKENS_FILE === undefined && !isLoopback(HOST)) {
    // Without the address, which the log would redact.
    yield 'HOST opens the server to other machines and AUTH_TOKENS_FILE is not set. Anyone who reaches it can spend your NCBI rate limit.';
  }
}

function isLoopback(host: string): boolean {
  const address = host.replace(/^::ffff:/i, '').replace(/%.*$/, '');
  return isIP(address) === 4 ? address.startsWith('127.') : address === '::1' || /^(.*\.)?localhost$/i.test(address);
}

function* unknownVariables(environment: Readonly<Record<string, string | undefined>>): Generator<string> {
  for (const [name, value] of Object.entries(environment)) {
    if (name in SETTINGS || OF_OTHERS.has(name) || value === undefined || value === '') {
      continue;
    }
    const meant = RENAMED[name] ?? nearestSetting(name);
    if (meant !== undefined) {
      yield `Unknown variable ${name}. Did you mean ${meant}?`;
    } else if (name.startsWith('NCBI_')) {
      yield `Unknown variable ${name}. See docs/configuration.md for the settings.`;
    }
  }
}

/** The setting that a name is probably a slip of, or that it extends, such as CACHE_DIRECTORY for CACHE_DIR. */
function nearestSetting(name: string): string | undefined {
  const upper = name.toUpperCase();
  const [nearest] = Object.keys(SETTINGS)
    .map((setting) => ({ setting, edits: editsBetween(upper, setting) }))
    .filter(({ setting, edits }) => edits <= Math.min(MOST_EDITS, Math.floor(setting.length / LETTERS_PER_EDIT)))
    .toSorted((one, other) => one.edits - other.edits);
  return nearest?.setting;
}

/** One word such as HOST also begins the names of other programs. */
function editsBetween(name: string, setting: string): number {
  const isLonger = setting.includes('_') && name.startsWith(setting);
  const isShorter = name.includes('_') && setting.startsWith(`${name}_`);
  const isSlip =
    isLonger || isShorter || isInOtherUnit(name, setting) || isAbridged(name, setting) || isSwapped(name, setting);
  return isSlip ? 1 : distance(name, setting);
}

/** What names of settings and of variables end in; the longest first. */
const UNIT = /_(?:MILLIS|MS|SECONDS|SECS?|S|MINUTES|MINS?|HOURS|BYTES|KB|MB|GB)$/;

/** Whether the unit is missing or another, as in DEADLINE and DEADLINE_SECONDS. CACHE begins several settings. */
function isInOtherUnit(name: string, setting: string): boolean {
  const stem = setting.replace(UNIT, '');
  const isStem = name === stem && Object.keys(SETTINGS).filter((each) => each.startsWith(`${stem}_`)).length === 1;
  return stem !== setting && (isStem || (name !== stem && name.replace(UNIT, '') === stem));
}

/** Whether words were left out, as in NCBI_KEY for NCBI_API_KEY. */
function isAbridged(name: string, setting: string): boolean {
  const [words, all] = [name.split('_'), new Set(setting.split('_'))];
  return words.length > 1 && words.length === all.size - 1 && words.every((word) => all.has(word));
}

/** Whether two letters side by side changed places, as in NCBI_RSP for NCBI_RPS. */
function isSwapped(name: string, setting: string): boolean {
  const at = Array.from(name).findIndex((letter, i) => letter !== setting[i]);
  const [one = '', other = ''] = name.slice(at);
  return at >= 0 && `${name.slice(0, at)}${other}${one}${name.slice(at + 2)}` === setting;
}
