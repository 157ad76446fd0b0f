import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { prepareQuery } from '../../../src/cli/query/document.js';
import type { Input } from '../../../src/cli/query/input.js';
import { Output } from '../../../src/cli/query/output.js';
import { Progress } from '../../../src/cli/query/progress.js';
import { fingerprintOf, ResumableFile } from '../../../src/cli/query/target/resumable-file.js';
import { type Outcome, runQuery } from '../../../src/cli/query/run.js';
import type { Sink } from '../../../src/cli/query/target/sink.js';
import { FakeClock } from '../../support/fake-clock.js';
import { RunningGateway } from '../../support/running-gateway.js';
import { TemporaryFolder } from '../../support/temporary-folder.js';

const PAPERS = `query ($uids: [ID!]!, $n: Int) {
  records { gene(uids: $uids) { symbol pubmed(first: $n) { totalCount nodes { uid } } omim { nodes { uid } } } }
}`;
const ROWS = 'records.gene.pubmed.nodes';

describe('entrez-graph query --all', () => {
  let running: RunningGateway;
  beforeAll(async () => {
    running = await RunningGateway.start({ settings: { NCBI_RPS: '100' } });
  });
  afterEach(() => {
    running.sandbox.intercept(undefined);
  });
  afterAll(async () => {
    await running[Symbol.asyncDispose]();
  });

  const prepare = (asked: Partial<Input> & { readonly text: string }) =>
    prepareQuery(running.gateway, {
      ...{ file: 'doc.graphql', operationName: undefined, variables: {}, ids: undefined, rows: undefined },
      ...{ format: 'csv', all: true, ...asked },
    });

  async function run(
    asked: Partial<Input> & { readonly text: string },
    output: Sink,
    { stop = new AbortController().signal, maxCalls = Infinity, from = undefined as ResumableFile['from'] } = {},
  ): Promise<{ outcome: Outcome; notes: string }> {
    const notes = new PassThrough();
    const progress = new Progress({ notes, clock: new FakeClock(), quiet: false });
    const limits = { deadlineMs: Infinity, maxCalls };
    const outcome = await runQuery({
      gateway: running.gateway,
      ...prepare(asked),
      output,
      progress,
      limits,
      stop,
      from,
    });
    notes.end();
    return { outcome, notes: await text(notes) };
  }

  async function query(asked: Partial<Input> & { readonly text: string }, maxCalls?: number) {
    const stream = new PassThrough();
    const output = new Output(stream);
    const out = text(stream);
    const result = await run(asked, output, { ...(maxCalls !== undefined && { maxCalls }) });
    await output.end();
    return { ...result, out: await out };
  }

  const column = (csv: string, name: string): readonly string[] => {
    const [header = '', ...lines] = csv.trimEnd().split('\n');
    return lines.map((line) => line.split(',')[header.split(',').indexOf(name)] ?? '');
  };

  it('pages the lists of each input to their ends, in order, whatever the length of the pages', async () => {
    const asked = { text: PAPERS, variables: { n: 2 }, ids: { ids: ['672', '99', 'x', '7157', '672'] }, rows: ROWS };
    const whole = await query(asked);
    expect(whole.notes).toMatch(/^First pages: \d+ (to \d+ )?requests?\. Further pages: known after the first\.\n/);
    const paged = await query({ ...asked, pageSize: 7 });
    expect([paged.outcome, paged.out]).toEqual(['partial', whole.out]);
    expect(paged.notes).toMatch(
      /Longer than a page: records\.gene\.pubmed \(3\), .*[\d,]+ more items in \d+ pages; about [\d,]+ (to [\d,]+ )?requests\./,
    );
    expect([...new Set(column(paged.out, 'input'))]).toEqual(['672', '99', 'x', '7157']);
    const [, count] = /\n7157,TP53,(\d+),/.exec(paged.out) ?? [];
    expect(column(paged.out, 'input').filter((input) => input === '7157')).toHaveLength(Number(count));
    // Lists beside the rows are whole as well.
    expect(paged.out).toMatch(/\n7157,.*(\d+;){7,}/);
  });

  it.each([
    [
      'in nested pages',
      'query { gene(uid: "672") { pubmed { nodes { uid gene { nodes { uid } } } } } }',
      'gene.pubmed.nodes.gene.nodes',
    ],
    [
      'below edges, aliases and fragments',
      'query { g: gene(uid: "672") { ...P } } fragment P on Gene { p: pubmed { e: edges { n: node { uid } } } }',
      'g.p.e',
    ],
    [
      'below a list that is written out',
      '{ records { gene(uids: ["672", "7157"]) { pubmed { nodes { uid } } } } }',
      ROWS,
    ],
    [
      'of several types',
      '{ nodes(ids: ["NCBIGene:672"]) { ... on Gene { pubmed { nodes { uid } } } ... on Protein { pubmed { nodes { uid } } } } }',
      'nodes.pubmed.nodes',
    ],
    ['of searches', '{ search { pubmed(term: "cancer") { nodes { uid } } } }', 'search.pubmed.nodes'],
  ])('finds all items %s', async (_what, operation, rows) => {
    const whole = await query({ text: operation, rows, format: 'ndjson' });
    const paged = await query({ text: operation, rows, format: 'ndjson', pageSize: 9 });
    expect([paged.outcome, paged.out]).toEqual(['complete', whole.out]);
    expect(whole.out.split('\n').length).toBeGreaterThan(20);
  });

  it('shows a page that fails as a row with its error, and says that the command is partial', async () => {
    const asked = {
      text: PAPERS.replace('nodes { uid }', 'nodes { uid title }'),
      ids: { ids: ['672', '675'] },
      rows: ROWS,
    };
    let calls = 0;
    running.sandbox.intercept(({ utility }) => {
      calls += utility === 'esummary' ? 1 : 0;
      return calls > 3 && utility === 'esummary' ? { status: 404, body: 'gone' } : undefined;
    });
    const { outcome, out } = await query({ ...asked, pageSize: 10 });
    expect(outcome).toBe('partial');
    expect(out).toMatch(/\n675,.*ERROR UPSTREAM_\w+.*UPSTREAM_\w+: /);
    expect([...new Set(column(out, 'input'))]).toEqual(['672', '675']);
  });

  it('holds to --max-calls with all pages together, and still has a row for each input', async () => {
    await using fresh = await RunningGateway.start({ settings: { NCBI_RPS: '100' } });
    const kept = running;
    running = fresh;
    const asked = { text: PAPERS.replace('nodes { uid }', 'nodes { uid title }'), rows: ROWS, pageSize: 5 };
    const { outcome, out } = await query({ ...asked, ids: { ids: ['672', '675', '1956'], chunk: 1 } }, 4);
    running = kept;
    expect([outcome, fresh.sandbox.requests.length]).toEqual(['partial', 4]);
    expect([...new Set(column(out, 'input'))]).toEqual(['672', '675', '1956']);
    expect(out).toContain('BUDGET_EXCEEDED');
  });

  it.each([
    [
      { text: '{ gene(uid: 1) { pubmed { nodes { uid } } } }', format: 'json' },
      '--all has no meaning in JSON. Choose another --format.',
    ],
    [{ text: '{ gene(uid: 1) { pubmed(last: 2) { nodes { uid } } } }' }, /Remove "last" from gene\.pubmed\./],
  ] as const)('refuses %j', (asked, complaint) => {
    expect(() => prepare(asked)).toThrow(complaint);
  });

  it('resumes page by page: interrupted again and again, it leaves the same bytes', async () => {
    await using folder = await TemporaryFolder.create();
    const ids = Array.from({ length: 40 }, (_each, index) => ['672', '99', 'x y', '7157', '675'][index % 5] ?? '');
    const asked = { text: PAPERS, ids: { ids, chunk: 10 }, rows: ROWS, pageSize: 12 };
    const whole = await query(asked);
    const out = join(folder.path, 'out.csv');
    let runs = 0;
    for (;;) {
      const file = await ResumableFile.open(out, fingerprintOf({ 'the query': 'a' }));
      const stop = new AbortController();
      let steps = 0;
      const sink: Sink = {
        gone: file.gone,
        write: (written) => file.write(written),
        reached: async (reached) => {
          steps += 1;
          await file.reached(reached);
          if (steps === 2 + ((runs * 7) % 9)) {
            stop.abort();
          }
        },
      };
      const { outcome } = await run(asked, sink, { stop: stop.signal, from: file.from });
      runs += 1;
      if (!stop.signal.aborted) {
        await file.commit();
        expect(outcome).toBe('partial');
        break;
      }
      expect(await file.keep()).toMatch(/Run the same command again to resume\.$/);
    }
    expect(runs).toBeGreaterThan(20);
    expect(await readFile(out, 'utf8')).toBe(whole.out);
    expect([...(await folder.files()).keys()]).toEqual(['out.csv']);
  });
});
