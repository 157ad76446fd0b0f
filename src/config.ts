import { z } from 'zod';

import { ConfigError } from './config/config-error.js';
import { type Limit, type Preset, SERVER } from './config/presets.js';
import { CREDENTIALS, SECRET, type SettingName, SETTINGS } from './config/settings.js';

export { ConfigError } from './config/config-error.js';
export { EMBEDDED } from './config/presets.js';
export type { SettingName } from './config/settings.js';

/** Protocol: `X-RateLimit-Limit`, recorded 2024. */
export const RPS_WITHOUT_KEY = 3;
export const RPS_WITH_KEY = 10;

const settings = z.object(SETTINGS);

/** A blank and a control character: no setting accepts it, so that each says what it expects. */
const ALWAYS_INVALID = ' \0';

/** The validated settings of a process. */
export type Config = Readonly<z.infer<typeof settings>> & {
  /** Requests per second that NCBI allows: NCBI_RPS, or what the API key decides. */
  readonly rps: number;
};

/** Values of settings as a person writes them, by name. */
export type SettingValues = Readonly<Partial<Record<SettingName, string>>>;

/** A setting with its flag, for help texts and the reference. */
export interface Setting {
  readonly name: SettingName;
  readonly flag: string;
  /** Meaning and default. */
  readonly description: string;
  readonly meaning: string;
  /** The default; undefined where there is none. */
  readonly fallback: string | undefined;
  /** What it accepts, in the words of the error message. */
  readonly expected: string;
}

/** Every setting, in the order of the reference. */
export const settingList: readonly Setting[] = settingsOf(SERVER);

/** The settings that a command with this preset takes as flags, with the defaults that apply to it. */
export function settingsOf({ fixed, unlimited }: Preset): readonly Setting[] {
  const limits: readonly SettingName[] = unlimited;
  return (Object.keys(SETTINGS) as SettingName[])
    .filter((name) => !(name in fixed))
    .map((name) => {
      const meaning = SETTINGS[name].description ?? '';
      const fallback = limits.includes(name) ? 'none' : defaultOf(name);
      return {
        name,
        flag: flagOf(name),
        description: fallback === undefined ? meaning : `${meaning} (default: ${fallback})`,
        meaning,
        fallback,
        expected: expectedOf(name),
      };
    });
}

/**
 * Reads the settings from the environment; flags override it. Blank variables count as absent.
 *
 * @param preset - What the command decides itself.
 * @param nameOf - How the caller wrote a setting.
 * @throws {@link ConfigError} naming the variable, its flag and what was expected. Never shows a key.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  flags: SettingValues = {},
  preset: Preset = SERVER,
  nameOf = (name: SettingName): string => `${name} (${flagOf(name)})`,
): Config {
  const given = Object.fromEntries(
    (Object.keys(SETTINGS) as SettingName[]).flatMap((name) => {
      const value = preset.fixed[name] ?? flags[name] ?? environment[name];
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  ) as Partial<Record<SettingName, string>>;
  const result = settings.safeParse(given);
  if (!result.success) {
    const [issue] = result.error.issues;
    const name = issue?.path[0] as SettingName;
    const shown = SECRET.has(name) ? 'the value given' : JSON.stringify(given[name]?.replace(CREDENTIALS, '…@'));
    throw new ConfigError(`${nameOf(name)} must be ${issue?.message ?? 'valid'}, not ${shown}.`);
  }
  const config = result.data;
  if (config.CACHE_DIR !== undefined && config.REDIS_URL !== undefined) {
    throw new ConfigError(`${nameOf('CACHE_DIR')} and ${nameOf('REDIS_URL')} cannot be combined. Unset one of them.`);
  }
  const unlimited: Partial<Record<Limit, number>> = Object.fromEntries(
    preset.unlimited.filter((name) => given[name] === undefined).map((name) => [name, Infinity]),
  );
  const rps = config.NCBI_RPS ?? (config.NCBI_API_KEY === undefined ? RPS_WITHOUT_KEY : RPS_WITH_KEY);
  // Whoever stops a server does not cut off what has its deadline still before it.
  const DRAIN_TIMEOUT_MS =
    given.DRAIN_TIMEOUT_MS === undefined
      ? Math.max(config.DRAIN_TIMEOUT_MS, config.DEADLINE_MS)
      : config.DRAIN_TIMEOUT_MS;
  return Object.freeze({ ...config, ...unlimited, DRAIN_TIMEOUT_MS, rps });
}

function flagOf(name: SettingName): string {
  return `--${name.toLowerCase().replaceAll('_', '-')}`;
}

function defaultOf(name: SettingName): string | undefined {
  const schema = SETTINGS[name];
  return schema instanceof z.ZodDefault ? String(schema.def.defaultValue) : undefined;
}

function expectedOf(name: SettingName): string {
  return SETTINGS[name].safeParse(ALWAYS_INVALID).error?.issues[0]?.message ?? '';
}
