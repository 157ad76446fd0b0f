import type { Command } from 'commander';

import type { Preset } from '../config/presets.js';
import { type Config, readConfig, type SettingName, settingList, settingsOf } from '../config.js';

/** Adds a flag for every setting that a preset leaves open. */
export function addSettings(command: Command, preset: Preset): Command {
  for (const { name, flag, description } of settingsOf(preset)) {
    command.option(`${flag} <value>`, `${description} [${name}]`);
  }
  return command;
}

/** Reads the configuration from the environment and the flags of a command. Throws ConfigError. */
export function configOf(
  command: Command,
  preset: Preset,
  defaults: Partial<Record<SettingName, string>> = {},
): Config {
  const flags = Object.fromEntries(
    settingList.flatMap(({ name, flag }) => {
      const value: unknown = command.getOptionValue(camelCase(flag));
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  ) as Partial<Record<SettingName, string>>;
  return readConfig(process.env, { ...defaults, ...flags }, preset);
}

/** Commander's names of the flags that a preset takes away from another. */
export function flagsTakenAway(preset: Preset, from: Preset): string[] {
  const kept = new Set(settingsOf(preset).map(({ name }) => name));
  return settingsOf(from)
    .filter(({ name }) => !kept.has(name))
    .map(({ flag }) => camelCase(flag));
}

/** Commander's own name for the value of a flag. */
function camelCase(flag: string): string {
  return flag.replace(/^--/, '').replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
}
