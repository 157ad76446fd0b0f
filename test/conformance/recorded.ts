import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { describe, it } from 'vitest';

/** Recorded answers of NCBI, not part of this repository; each is held to the rules, none is known by name. */
const RECORDED = new URL('../../../shared/eutils/recorded/', import.meta.url);

/** One recorded body. */
export interface Recording {
  readonly file: string;
  readonly body: string;
}

/** The recordings of a utility in one form, none where they are not at hand. */
export function recordings(utility: string, extension: string): Recording[] {
  const folder = new URL(`${utility}/`, RECORDED);
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith(extension))
        .map((file) => ({ file, body: readFileSync(new URL(file, folder), 'utf8') }))
    : [];
}

/** `describe` for a group of recordings; its name says how many there are, and it is skipped when there are none. */
export function describeRecordings(
  what: string,
  found: readonly Recording[],
  define: (recording: Recording) => void,
): void {
  describe.skipIf(found.length === 0)(`${what}: ${found.length} recordings`, () => {
    it.each(found.length === 0 ? [{ file: 'none here', body: '' }] : found)('$file', define);
  });
}

/** Whether an answer reports an error, in any of its forms. */
export function isError(body: string): boolean {
  return /"error"|"errors"|<error>/i.test(body);
}

/** What the first group of a pattern matches in a text, in order. */
export function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, group = '']) => group);
}
