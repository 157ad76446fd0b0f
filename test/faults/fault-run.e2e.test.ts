import { beforeAll, describe, expect, it, vi } from 'vitest';

import { printTable } from '../../bench/print.js';
import { importSamples } from '../../src/cli/tables/import-samples.js';
import { parseFaults } from '../../src/sandbox/faults/parse-faults.js';
import { loadSampleGraph } from '../../src/sandbox/sample-graph.js';
import { seededRandom } from '../../src/sandbox/seeded-random.js';
import { type GraphqlAnswer, RunningGateway } from '../support/running-gateway.js';
import { TemporaryFolder } from '../support/temporary-folder.js';
import { auditCalls, type CallAudit } from './call-audit.js';
import { POISONED, queryPool } from './query-pool.js';
import { Tally } from './tally.js';

const SECONDS = Number(process.env.FAULT_RUN_S ?? 180);
const SEED = Number(process.env.FAULT_SEED ?? 1);
const CALLERS = 20;
/** NCBI's daily life at its worst; the last three are odd answers, of which the order of records means nothing. */
const FAULTS = [
  `poison:${POISONED.db}/${POISONED.uid}`,
  'in-body-error:5%',
  'timeout:2%',
  'cut-off:2%',
  'merged:1%',
  'reordered:5%',
  'extra-ids:2%',
].join();
const HARMLESS = new Set(['reordered']);
/** So short that the same questions have to be asked again and again. */
const LIFE_S = 12;
const TIMEOUT_MS = 2000;
/** A breaker's pause doubles with every probe that fails; more than two in a row are bad luck of one run in thousands. */
const RECOVERY_MS = 60_000;

const graph = loadSampleGraph();
const pool = queryPool(graph);
/** A few callers begin with these, so that there are some in every run. */
const poisoned = pool.filter((query) => new RegExp(`\\b${POISONED.uid}\\b`).test(query));

/** What an NCBI without faults answers, asked for when it is first needed. */
class Truth {
  readonly #answers = new Map<string, Promise<GraphqlAnswer>>();
  readonly #gateway: RunningGateway;

  constructor(gateway: RunningGateway) {
    this.#gateway = gateway;
  }

  of(query: string): Promise<GraphqlAnswer> {
    const answer = this.#answers.get(query) ?? this.#gateway.query(query);
    this.#answers.set(query, answer);
    return answer;
  }
}

describe(`${CALLERS} callers, ${SECONDS} s of ${FAULTS}, seed ${SEED}`, () => {
  const tally = new Tally();
  const afterwards = new Tally();
  let audit: CallAudit;
  let refusals: number;
  let fromTables = 0;
  let struck: number;
  let recoveredAfterS: number;

  beforeAll(
    async () => {
      await using honest = await RunningGateway.start({ sandbox: { rps: 0, graph }, settings: { NCBI_RPS: '100' } });
      // Some link names come from tables, the others from the faulty ELink; the truth is ELink's alone.
      await using tables = await TemporaryFolder.create();
      await importSamples(tables.path);
      await using gateway = await RunningGateway.start({
        sandbox: { rps: 3, graph, seed: SEED, faults: parseFaults(FAULTS) },
        settings: {
          NCBI_RPS: '3',
          TABLES_DIR: tables.path,
          NCBI_TIMEOUT_MS: String(TIMEOUT_MS),
          LINKS_TTL_S: String(LIFE_S),
          SUMMARIES_TTL_S: String(LIFE_S),
          SEARCH_TTL_S: String(LIFE_S),
          STALE_WHILE_REVALIDATE_S: '0',
        },
      });
      const truth = new Truth(honest);
      /** Those whose latest answer was not as it should be. */
      const wronged = new Set<string>();
      const ask = async (query: string, into: Tally): Promise<void> => {
        const answer = await gateway.query(query);
        fromTables += (answer.extensions.entrez.tables ?? []).length > 0 ? 1 : 0;
        const isRight = into.add(query, answer, await truth.of(query));
        wronged[isRight ? 'delete' : 'add'](query);
      };

      const end = performance.now() + 1000 * SECONDS;
      const call = async (_: unknown, caller: number): Promise<void> => {
        const random = seededRandom(SEED + caller);
        const begin = caller % 5 === 0 ? poisoned[Math.floor((caller / CALLERS) * poisoned.length)] : undefined;
        for (let next = begin; performance.now() < end; next = undefined) {
          await ask(next ?? pool[Math.floor(random() * pool.length)] ?? '', tally);
        }
      };
      await Promise.all(Array.from({ length: CALLERS }, call));
      struck = gateway.sandbox.faults.state.reduce((sum, rule) => sum + rule.struck, 0);

      gateway.sandbox.faults.set([]);
      const endedAt = performance.now();
      await vi.waitFor(
        async () => {
          await Promise.all([...wronged, ...pool.slice(0, CALLERS)].map((query) => ask(query, afterwards)));
          expect([...wronged]).toEqual([]);
        },
        { timeout: RECOVERY_MS, interval: 500 },
      );
      recoveredAfterS = (performance.now() - endedAt) / 1000;

      const { requests } = gateway.sandbox;
      refusals = requests.filter(({ status, fault }) => status === 429 && fault === undefined).length;
      audit = auditCalls(requests, { life: 1000 * LIFE_S, patience: TIMEOUT_MS / 2, harmless: HARMLESS });
      process.stdout.write(`\n${figures()}\n`);
    },
    1000 * SECONDS + RECOVERY_MS + 60_000,
  );

  function figures(): string {
    const codes = [...tally.codes].map(([code, count]) => `${count} ${code}`).join(', ');
    const calls = audit.first + audit.again + audit.vain.length;
    return printTable({
      columns: ['figure', 'count'],
      rows: [
        ['answers', String(tally.answers)],
        ['whole / partly failed / failed', `${tally.whole} / ${tally.partly} / ${tally.failed}`],
        ['of them older or less, and labelled so', String(tally.degraded)],
        ['of them with links from tables', String(fromTables)],
        ['errors of fields by code', codes],
        ['errors without a code', String(tally.nameless.length)],
        ['wrong edges or values', String(tally.lies.length)],
        ['silently empty lists', String(tally.silentlyEmpty.length)],
        ['records denied', String(tally.denied.length)],
        ['calls: first / again after a failure / in vain', `${audit.first} / ${audit.again} / ${audit.vain.length}`],
        ['calls with a fault', `${struck} of ${calls}`],
        ['refusals for the rate', String(refusals)],
        ['all right again after the faults, in s', recoveredAfterS.toFixed(1)],
      ],
    });
  }

  it('is a run: there were faults, failures, and many right answers beside them', () => {
    expect(struck).toBeGreaterThan(SECONDS / 5);
    expect(fromTables).toBeGreaterThan(0);
    expect(tally.partly + tally.failed).toBeGreaterThan(0);
    expect(tally.whole).toBeGreaterThan(SECONDS / 2);
  });

  it('gives no wrong edge and no wrong value', () => {
    expect(tally.lies).toEqual([]);
    expect(afterwards.lies).toEqual([]);
  });

  it('gives no empty list in place of links that could not be had', () => {
    expect(tally.silentlyEmpty).toEqual([]);
  });

  it('denies no record that exists', () => {
    expect(tally.denied).toEqual([]);
  });

  it('names the cause of every field that failed', () => {
    expect(tally.nameless).toEqual([]);
  });

  it('never asks faster than NCBI allows', () => {
    expect(refusals).toBe(0);
  });

  it('asks nothing beyond the minimum and what failed before', () => {
    expect(audit.vain).toEqual([]);
  });

  it('is all right again without a restart when the faults end', () => {
    expect(recoveredAfterS).toBeLessThan(RECOVERY_MS / 1000);
  });
});
