import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { buildSchema, type GraphQLFormattedError, Kind, parse } from 'graphql';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type GroupBounds, writeParquet } from '../../../src/cli/query/target/write-parquet.js';
import { chooseWriter } from '../../../src/cli/query/writers.js';
import { placeFailures } from '../../../src/rows/failures.js';
import { shapeOf } from '../../../src/rows/shape.js';
import { TemporaryFolder } from '../../support/temporary-folder.js';

const schema = buildSchema(/* GraphQL */ `
  scalar DateTime
  scalar JSON
  enum Kind {
    CURATED
  }
  type Gene {
    id: ID
    symbol: String
    length: Int
    score: Float
    isLive: Boolean
    asOf: DateTime
    raw: JSON
    kind: Kind
    places: [Place]
  }
  type Place {
    start: Int
  }
  type Query {
    genes: [Gene]
  }
`);

type Given = Readonly<Record<string, unknown>> | null;

interface Read {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly types: Readonly<Record<string, string>>;
  /** Rows of each row group. */
  readonly groups: readonly number[];
}

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await TemporaryFolder.create();
});
afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

/** What a reader of Parquet finds in the file for these genes, each with its input. */
async function read(
  fields: string,
  genes: readonly (readonly [input: string, gene: Given])[],
  {
    errors = [],
    rows,
    bounds,
  }: { errors?: readonly GraphQLFormattedError[]; rows?: string; bounds?: GroupBounds } = {},
): Promise<Read> {
  const document = parse(`{ genes { ${fields} } }`);
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) {
    throw new Error('No operation.');
  }
  const writer = chooseWriter('parquet', shapeOf(schema, document, operation), { rows, hasInputs: true });
  if (writer.format === 'json') {
    throw new Error('Not rows.');
  }
  const staging = join(folder.path, 'staging');
  const pieces = genes.map(([input, gene]) => ({ input, data: placeFailures({ genes: [gene] }, errors), errors }));
  await writeFile(staging, writer.begin() + pieces.flatMap((piece) => [...writer.add(piece)]).join(''));
  const out = join(folder.path, 'out.parquet');
  await writeParquet(staging, out, bounds);
  const file = await asyncBufferFromFile(out);
  const metadata = await parquetMetadataAsync(file);
  return {
    rows: await parquetReadObjects({ file }),
    types: Object.fromEntries(
      metadata.schema.slice(1).map((each) => [each.name, each.converted_type ?? each.type ?? '']),
    ),
    groups: metadata.row_groups.map(({ num_rows }) => Number(num_rows)),
  };
}

describe('a Parquet file', () => {
  it('has columns of the types that the schema gives', async () => {
    const gene = { id: '7157', symbol: 'TP53', length: 3, score: 0.5, isLive: true, asOf: '2026-11-29T12:00:00.000Z' };
    const { rows, types } = await read('id symbol length score isLive asOf raw kind', [
      ['7157', { ...gene, raw: { a: [1] }, kind: 'CURATED' }],
    ]);
    expect(types).toEqual({
      input: 'UTF8',
      'genes.id': 'UTF8',
      'genes.symbol': 'UTF8',
      'genes.length': 'INT32',
      'genes.score': 'DOUBLE',
      'genes.isLive': 'BOOLEAN',
      'genes.asOf': 'TIMESTAMP_MILLIS',
      'genes.raw': 'UTF8',
      'genes.kind': 'UTF8',
      error: 'UTF8',
    });
    expect(rows).toEqual([
      {
        input: '7157',
        'genes.id': '7157',
        'genes.symbol': 'TP53',
        'genes.length': 3,
        'genes.score': 0.5,
        'genes.isLive': true,
        'genes.asOf': new Date('2026-11-29T12:00:00.000Z'),
        'genes.raw': '{"a":[1]}',
        'genes.kind': 'CURATED',
        error: null,
      },
    ]);
  });

  it('has a row for each input, also without values, with an error, empty or repeated, in their order', async () => {
    const error = { message: 'No such "gene"; none.', path: ['genes', 0], extensions: { code: 'UNKNOWN_ID' } };
    const failed = await read('symbol length', [['x', null]], { errors: [error] });
    expect(failed.rows).toEqual([
      { input: 'x', 'genes.symbol': null, 'genes.length': null, error: String.raw`UNKNOWN_ID: No such "gene"\; none.` },
    ]);
    const { rows } = await read('symbol', [
      ['7157', { symbol: 'TP53' }],
      ['', null],
      ['7157', { symbol: 'TP53' }],
      ['9', {}],
    ]);
    expect(rows.map(({ input, 'genes.symbol': symbol }) => [input, symbol])).toEqual([
      ['7157', 'TP53'],
      ['', null],
      ['7157', 'TP53'],
      ['9', null],
    ]);
  });

  it('keeps every text as it is, and numbers of lists beside the rows in one cell', async () => {
    const symbols = ['=1+1', 'a,"b"\n\tc', 'β-globin \u2028 \u{1F9EC}', '\0', '', ' '];
    const { rows } = await read(
      'symbol places { start }',
      symbols.map((symbol) => ['1', { symbol, places: [{ start: 1 }, null, { start: 3 }] }]),
      { rows: 'genes' },
    );
    expect(rows.map((row) => row['genes.symbol'])).toEqual(symbols);
    expect(rows[0]?.['genes.places.start']).toBe('1;;3');
  });

  it('is written in row groups, of which only one is in memory', async () => {
    const genes = Array.from({ length: 40 }, (_each, index) => [String(index), { symbol: 'x'.repeat(10) }] as const);
    const { groups, rows } = await read('symbol', genes, { bounds: { rows: 17, characters: 1000 } });
    expect(groups).toEqual([17, 17, 6]);
    expect(rows.map(({ input }) => input)).toEqual(genes.map(([input]) => input));
    const { groups: byLength } = await read('symbol', genes, { bounds: { rows: 1000, characters: 100 } });
    expect(byLength).toEqual([6, 6, 5, 5, 5, 5, 5, 3]);
  });

  it('leaves the old file and nothing else when it cannot be written', async () => {
    await using own = await TemporaryFolder.create();
    const out = join(own.path, 'out.parquet');
    await writeFile(out, 'yesterday', { mode: 0o600 });
    await expect(writeParquet(join(own.path, 'none'), out)).rejects.toThrow(/^Cannot write .*out\.parquet: ENOENT/);
    expect([await readFile(out, 'utf8'), await readdir(own.path)]).toEqual(['yesterday', ['out.parquet']]);
    await writeFile(join(own.path, 'staging'), '[{"name":"a","type":null}]\n');
    await writeParquet(join(own.path, 'staging'), out);
    expect(await parquetReadObjects({ file: await asyncBufferFromFile(out) })).toEqual([]);
    expect((await stat(out)).mode & 0o777).toBe(0o600);
  });
});
