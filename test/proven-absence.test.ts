import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

const HERE = new URL('./', import.meta.url);
const SOURCE = fileURLToPath(new URL('../src/', HERE));

/** What proves that NCBI has none: an answer that says so, and the test of it. A search that finds none "finds no". */
interface Proof {
  readonly file: string;
  readonly sentence: string;
  readonly because: string;
  readonly test: readonly [file: string, name: string];
}

const PROOFS: readonly Proof[] = [
  {
    file: 'schema/core/record.ts',
    sentence: 'hasNo(${db} record with uid ${uid})',
    because: 'ESummary was asked for the uid and named it as one without a summary',
    test: ['e2e/warnings.e2e.test.ts', 'is certain once its summary is known to be missing'],
  },
  {
    file: 'schema/core/record.ts',
    sentence: 'hasNo(such links of ${db} ${uid}, as of uids that do not exist)',
    because: 'ELink gave an empty link set for the record, and nothing is said of the record',
    test: ['e2e/warnings.e2e.test.ts', 'is told of where its links look empty: %s'],
  },
  {
    file: 'schema/graph/paths/connecting-paths.ts',
    sentence: 'hasNo(${db} record with uid ${uid})',
    because: 'ESummary was asked for the end of the path',
    test: ['e2e/paths.e2e.test.ts', 'is an error where an end is no record'],
  },
  {
    file: 'schema/lookup/resolve.ts',
    sentence: 'hasNo(${db} record with uid ${uid})',
    because: 'ESummary was asked for the uid',
    test: [
      'e2e/resolve.e2e.test.ts',
      'finds names of mixed kinds in their order, duplicates kept, and says how each matches',
    ],
  },
  {
    file: 'loading/operation/warnings.ts',
    sentence: 'NCBI has no record with this uid, so that its links are empty',
    because: 'describes the code of the warning in schema/core/record.ts',
    test: ['e2e/warnings.e2e.test.ts', 'is certain once its summary is known to be missing'],
  },
  {
    file: 'eutils/failures/backend-failure.ts',
    sentence: 'NCBI has no record with this identifier',
    because: 'NCBI itself has refused the identifier in these words',
    test: ['eutils/failures/backend-failure.test.ts', 'takes "%s" for %s, which no other try mends'],
  },
  {
    file: 'eutils/failures/errors.ts',
    sentence: 'NCBI has no record with this identifier',
    because: 'describes the code that those failures have',
    test: ['eutils/failures/backend-failure.test.ts', 'takes "%s" for %s, which no other try mends'],
  },
  {
    file: 'mcp/server.ts',
    sentence: 'found, none, unknown and failed differ: only "none" means that NCBI has no such links or records',
    because: 'tells assistants what the word none stands for: ELink gave an empty link set',
    test: ['e2e/attribution.e2e.test.ts', 'has four different answers: linked, without links, unknown, and failed'],
  },
  {
    file: 'server/pages/llms-text.ts',
    sentence: '- found, none, unknown and failed differ: none means that NCBI has no such links',
    because: 'tells assistants the same',
    test: ['e2e/attribution.e2e.test.ts', 'has four different answers: linked, without links, unknown, and failed'],
  },
];

/** The sentences of a file that say that NCBI has none, and the calls that make them; comments do not reach anybody. */
function sentencesIn(text: string): readonly string[] {
  const code = text.replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');
  const sentences = code.match(/[^.;`'\n]*\bNCBI (?:has|knows|holds|lists|keeps) no\b[^.;`'\n]*/g) ?? [];
  const calls = [...code.matchAll(/\bhasNo\(\s*[`'"]([^`'"]*)/g)].map(([, what = '']) => `hasNo(${what})`);
  return [...sentences.map((each) => each.trim()).filter((each) => !each.includes('no longer')), ...calls];
}

describe('a sentence that NCBI has none', () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const sites = files.flatMap((file) =>
    file.includes('generated')
      ? []
      : sentencesIn(readFileSync(SOURCE + file, 'utf8')).map((each) => `${file}: ${each}`),
  );

  it('stands nowhere but where NCBI was asked in a way that proves it', () => {
    expect(sites.toSorted()).toEqual(PROOFS.map(({ file, sentence }) => `${file}: ${sentence}`).toSorted());
  });

  it.each(PROOFS.map(({ file, because, test }) => [file, because, ...test] as const))(
    'of %s, since %s, is held by a test',
    (_file, _because, file, name) => {
      expect(readFileSync(new URL(file, HERE), 'utf8')).toContain(name);
    },
  );
});
