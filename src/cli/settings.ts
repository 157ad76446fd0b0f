import type { Command } from 'commander';

import { type Config, readConfig, type SettingName, settingList } from '../config.js';

/** Adds a flag for every setting that a command heeds. */
export function addSettings(command: Command, heeds: (name: SettingName) => boolean = () => true): Command {
  for (const { name, flag, description } of settingList.filter((setting) => heeds(setting.name))) {
    command.option(`${flag} <value>`, `${description} [${name}]`);
  }
  return command;
}

/** The configuration that the environment and the flags of a command give. Throws ConfigError. */
export function configOf(command: Command, preset: Partial<Record<SettingName, string>> = {}): Config {
  const flags = Object.fromEntries(
    settingList.flatMap(({ name, flag }) => {
      const value: unknown = command.getOptionValue(camelCase(flag));
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  ) as Partial<Record<SettingName, string>>;
  return readConfig(process.env, { ...preset, ...flags });
}

/** Commander's own name for the value of a flag. */
function camelCase(flag: string): string {
  return flag.replace(/^--/, '').replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
}
