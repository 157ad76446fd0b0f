import { ConfigError } from '../config/config-error.js';

/**
 * The whole number that a flag gives.
 *
 * @throws ConfigError naming the flag, for what is none from 1 to `max`.
 */
export function wholeNumber(flag: string, text: string, max = 999_999_999): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > max) {
    throw new ConfigError(`${flag} must be a whole number from 1 to ${max}, not ${JSON.stringify(text)}.`);
  }
  return value;
}
