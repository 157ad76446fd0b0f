import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';

import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { prepareQuery } from '../../../src/cli/query/document.js';
import { writeKgx } from '../../../src/cli/query/kgx/write-kgx.js';
import { Progress } from '../../../src/cli/query/progress.js';
import { type Convert, fingerprintOf, ResumableFile } from '../../../src/cli/query/target/resumable-file.js';
import { runQuery } from '../../../src/cli/query/run.js';
import type { Sink } from '../../../src/cli/query/target/sink.js';
import { writeParquet } from '../../../src/cli/query/target/write-parquet.js';
import { FakeClock } from '../../support/fake-clock.js';
import { TemporaryFolder } from '../../support/temporary-folder.js';
import { ENDINGS, exportGateway } from './export-gateway.js';

const SEED = 19;
const COUNT = 400;
const INTERRUPTIONS = 10;

const OPERATION = `query ($ids: [ID!]!) {
  all: genes(ids: $ids) { symbol ...Lists omim { nodes { uid } } }
}
fragment Lists on Gene { p: papers(first: 2) { totalCount nodes { uid title } } }`;

/** Genes with and without papers, and everything that makes exports lose rows. */
const INPUTS = fc.sample(
  fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 60 }).map(String) },
    { weight: 1, arbitrary: fc.constantFrom('', ' ', 'not one', '=1+1', '"q,\t', 'a\nb', 'β\u2028', '0', '007') },
  ),
  { numRuns: COUNT, seed: SEED },
);

const CONVERTERS = { csv: undefined, tsv: undefined, ndjson: undefined, parquet: writeParquet, kgx: writeKgx } as const;

type Rows = keyof typeof CONVERTERS;

/** A step at which a run ends: by Ctrl-C, or as if the machine had lost its power. */
interface Stop {
  readonly at: number;
  readonly isCrash: boolean;
}

describe('an export of 400 inputs, some of them unknown, empty, repeated or failing', () => {
  const gateway = exportGateway();
  let folder: TemporaryFolder;
  beforeAll(async () => {
    folder = await TemporaryFolder.create();
  });
  afterAll(async () => {
    await folder[Symbol.asyncDispose]();
  });

  /** Runs the command until it ends or is stopped. @returns Whether it ended. */
  async function run(
    name: string,
    format: Rows,
    { stop, maxCalls = Infinity }: { stop?: Stop; maxCalls?: number } = {},
  ): Promise<boolean> {
    const convert: Convert | undefined = CONVERTERS[format];
    const file = await ResumableFile.open(join(folder.path, name), fingerprintOf({ 'the query': format }), { convert });
    const stopping = new AbortController();
    let steps = 0;
    const sink: Sink = {
      gone: file.gone,
      write: (text) => file.write(text),
      reached: async (reached) => {
        await file.reached(reached);
        steps += 1;
        if (steps === stop?.at) {
          stopping.abort();
        }
      },
    };
    const prepared = prepareQuery(gateway, {
      ...{ file: 'a.graphql', text: OPERATION, operationName: undefined, variables: {}, rows: undefined },
      ...{ ids: { ids: INPUTS, chunk: 37 }, format, all: true, pageSize: 4 },
    });
    const progress = new Progress({ notes: new PassThrough().resume(), clock: new FakeClock(), quiet: true });
    const { signal } = stopping;
    await runQuery({
      ...prepared,
      gateway,
      output: sink,
      progress,
      limits: { maxCalls },
      stop: signal,
      from: file.from,
    });
    if (!signal.aborted) {
      await file.commit();
      return true;
    }
    const [part, journal] = [join(folder.path, `${name}.part`), join(folder.path, `${name}.journal`)];
    const left = await Promise.all([readFile(part), readFile(journal).catch(() => undefined)]);
    await file.keep();
    if (stop?.isCrash === true) {
      // The journal lags behind, and the last line is torn.
      await writeFile(part, Buffer.concat([left[0], Buffer.from('torn')]));
      await (left[1] ? writeFile(journal, left[1]) : rm(journal, { force: true }));
    }
    return false;
  }

  const wholes = new Map<Rows, Promise<boolean>>();
  /** Runs the command to its end, once for each format. */
  async function whole(format: Rows): Promise<string> {
    const name = `whole-${format}`;
    const ended = wholes.get(format) ?? run(name, format);
    wholes.set(format, ended);
    expect(await ended).toBe(true);
    return name;
  }

  const contents = async (name: string): Promise<ReadonlyMap<string, string>> =>
    new Map(
      await Promise.all(
        (await readdir(folder.path))
          .filter((each) => each.startsWith(name))
          .toSorted()
          .map(async (each) => [each.slice(name.length), await readFile(join(folder.path, each), 'base64')] as const),
      ),
    );

  const isFailing = (input: string): boolean =>
    !/^[1-9]\d*$/.test(input) ||
    input.endsWith(ENDINGS.unknown) ||
    input.endsWith(ENDINGS.failingList) ||
    // The first page has four.
    (input.endsWith(ENDINGS.failingPage) && Number(input) % 9 > 4);

  it.each(['csv', 'ndjson', 'parquet'] as const)(
    'has all inputs in their order as %s, each error with its input',
    async (format) => {
      const rows = await rowsOf(join(folder.path, await whole(format)), format);
      const written = INPUTS.map((input) => (format === 'csv' && input.startsWith('=') ? `'${input}` : input));
      expect(withoutRepeats(rows.map(({ input }) => input))).toEqual(withoutRepeats(written));
      const failed = new Set(rows.flatMap(({ input, error }) => (error ? [input] : [])));
      expect([...failed].toSorted()).toEqual(
        [...new Set(written.filter((_each, index) => isFailing(INPUTS[index] ?? '')))].toSorted(),
      );
    },
  );

  it.each(['csv', 'parquet', 'kgx'] as const)(
    `has the same bytes as %s when it was interrupted at ${INTERRUPTIONS} random steps`,
    async (format) => {
      // With a limit of calls, operations run one by one.
      const stop = fc.record({ at: fc.integer({ min: 1, max: 60 }), isCrash: fc.boolean() });
      for (const each of fc.sample(stop, { numRuns: INTERRUPTIONS, seed: SEED })) {
        expect(await run(`stopped-${format}`, format, { stop: each, maxCalls: 1e6 })).toBe(false);
      }
      expect(await run(`stopped-${format}`, format)).toBe(true);
      expect(await contents(`stopped-${format}`)).toEqual(await contents(await whole(format)));
    },
  );
});

interface Row {
  readonly input: string;
  readonly error: unknown;
}

async function rowsOf(path: string, format: 'csv' | 'ndjson' | 'parquet'): Promise<readonly Row[]> {
  if (format === 'parquet') {
    return (await parquetReadObjects({ file: await asyncBufferFromFile(path) })) as Row[];
  }
  const text = await readFile(path, 'utf8');
  if (format === 'csv') {
    return parseCsv(text, { columns: true });
  }
  const lines = text.trimEnd().split('\n');
  return lines
    .map((line) => JSON.parse(line) as Row & { __errors?: unknown })
    .map(({ input, __errors }) => ({ input, error: __errors }));
}

function withoutRepeats(inputs: readonly string[]): readonly string[] {
  return inputs.filter((input, index) => index === 0 || input !== inputs[index - 1]);
}
