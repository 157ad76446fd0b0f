import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

const HERE = new URL('./', import.meta.url);
const reports = readFileSync(new URL('README.md', HERE), 'utf8')
  .split(/^(?=\*\*\d+\. )/m)
  .slice(1)
  .map((text) => ({
    title: /^\*\*(.+?)\*\*/.exec(text)?.[1] ?? '',
    tests: [...text.matchAll(/^- `(.+?)`: (.+)$/gm)].map(([, file = '', name = '']) => ({ file, name })),
  }));

/** The list of reports that the numbers are of, where it is at hand; its first priority must hold. */
const LIST = new URL('../../shared/user-pain.md', HERE);

describe('the reports in test/README.md', () => {
  it.each(reports.map(({ title, tests }) => [title, tests] as const))(
    'are held by tests that exist: %s',
    (_, tests) => {
      expect(tests).not.toEqual([]);
      for (const { file, name } of tests) {
        const source = readFileSync(new URL(file, HERE), 'utf8').replaceAll(String.raw`\'`, "'");
        const isThere = ["'", '"', '`'].some((quote) => source.includes(quote + name + quote));
        expect(isThere, `${file}: ${name}`).toBe(true);
      }
    },
  );

  it.skipIf(!existsSync(LIST))('are all of the first priority (needs the list)', () => {
    const wanted = [...readFileSync(LIST, 'utf8').matchAll(/^\| (\d+) \| A \|/gm)].map(([, number]) => Number(number));
    const held = reports.map(({ title }) => Number.parseInt(title, 10));
    expect(wanted.length).toBeGreaterThan(0);
    expect(held.toSorted((a, b) => a - b)).toEqual(wanted);
  });
});
