import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { isObject } from '../../src/eutils/body/shape.js';
import type { Doc } from '../../src/schema/summaries/docsum.js';
import { titleOf } from '../../src/schema/summaries/titles.js';
import { readAll } from '../schema/read-all.js';
import { requireRecordings } from './recorded.js';

/** Recorded answers, and answers an NCBI developer derived from recorded XML; kept outside the repository. */
const FOLDERS = ['recorded/esummary/', 'derived-json/'].map(
  (folder) => new URL(`../../../shared/eutils/${folder}`, import.meta.url),
);

const catalog = loadCatalog();

/** The summaries of one file; its name says the database. */
function summariesIn(
  file: URL,
): readonly { readonly name: string; readonly db: string; readonly docs: readonly Doc[] }[] {
  const name = file.pathname.split('/').at(-1) ?? '';
  const db = name.split(/[-._]/).flatMap((word) => catalog.database(word)?.name ?? [])[0];
  const { result = {} } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly result?: Readonly<Record<string, unknown>>;
  };
  const docs = Object.values(result).filter((doc): doc is Doc => isObject(doc) && 'uid' in doc && !('error' in doc));
  return db === undefined || docs.length === 0 ? [] : [{ name, db, docs }];
}

requireRecordings();
const answers = FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => summariesIn(new URL(file, folder))),
);

describe.skipIf(answers.length === 0)(`recorded summaries (${answers.length} files)`, () => {
  it.each(answers)('$name can be read in full and has titles', ({ db, docs }) => {
    for (const doc of docs) {
      const values = Object.values(readAll(db, doc));
      expect(values.length === 0 || values.some((value) => value !== null)).toBe(true);
      expect(titleOf(db, doc)).toBeTypeOf('string');
    }
  });
});
