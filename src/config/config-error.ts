/** A setting, flag or file that cannot be used. Its message is one line for a person. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
