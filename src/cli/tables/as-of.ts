import { fstatSync, type Stats } from 'node:fs';

import { ConfigError } from '../../config.js';
import { TableError } from '../../tables/table-error.js';

const DAY_OR_TIME = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;
const STANDARD_INPUT = 0;

/** Reads the option --as-of. @throws ConfigError when it is neither a day nor a time, or in the future. */
export function asOfOf(text: string, now = new Date()): Date {
  const date = new Date(DAY_OR_TIME.test(text) ? text : NaN);
  // Of a day that its month does not have, the first of the next month would be made.
  if (Number.isNaN(date.getTime()) || (text.length === 10 && !date.toISOString().startsWith(text))) {
    throw new ConfigError(
      `--as-of must be a day such as 2026-11-20, or a time such as 2026-11-20T08:00:00Z, not ${JSON.stringify(text)}.`,
    );
  }
  if (date > now) {
    throw new ConfigError(`--as-of must not be in the future, but is ${JSON.stringify(text)}.`);
  }
  return date;
}

/** The date of the file that standard input was redirected from. @throws TableError when it is a pipe, of which none is known. */
export function dateOfStandardInput(stats: () => Stats = () => fstatSync(STANDARD_INPUT)): Date {
  const file = stats();
  if (!file.isFile()) {
    throw new TableError(
      'When the data on standard input were made is not known. Name that day with --as-of, such as --as-of 2026-11-20.',
    );
  }
  return file.mtime;
}
