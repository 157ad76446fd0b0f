import { describe, expect, it } from 'vitest';

import { index, type Recording, recordings } from './recorded.js';
import { RULES } from './rules/rules.js';

const all = recordings();
const kinds = RULES.map((rule) => ({ ...rule, found: all.filter(rule.isOne) })).filter(({ found }) => found.length > 0);
const held = new Set(kinds.flatMap(({ found }) => found));

const title =
  all.length === 0
    ? 'recorded answers of NCBI, skipped: there are none in ../shared'
    : `recorded answers of NCBI: ${held.size} of ${all.length} are held to rules`;

describe.skipIf(all.length === 0)(title, () => {
  it('leaves none of those at hand out, nor any of the index', () => {
    expect(all.filter((recording) => !held.has(recording)).map(({ file }) => file)).toEqual([]);
    const files = new Set(all.map(({ file }) => file));
    expect(index().filter(({ file = '' }) => !files.has(file))).toEqual([]);
  });

  for (const { what, found, check } of kinds) {
    describe(`${what}: ${found.length} recordings`, () => {
      it.each(found.map((recording): [string, Recording] => [recording.file, recording]))('%s', (_file, recording) => {
        check(recording);
      });
    });
  }
});
