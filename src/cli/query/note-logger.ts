import type { YogaLogger } from 'graphql-yoga';

import type { Config } from '../../config.js';

/** Log lines among the notes of a command, in words: its operator is a person, who looks at it. */
export function noteLogger(level: Config['LOG_LEVEL'], note: (line: string) => void): YogaLogger {
  const ignore = (): void => undefined;
  // Causes of errors may quote requests.
  const tell = (...args: readonly unknown[]): void => {
    note(args.map((arg) => (arg instanceof Error ? arg.message : String(arg))).join(' '));
  };
  return {
    debug: ignore,
    info: ignore,
    warn: level === 'error' || level === 'silent' ? ignore : tell,
    error: level === 'silent' ? ignore : tell,
  };
}
