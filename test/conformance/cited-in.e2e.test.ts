import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { SampleGraph } from '../../src/sandbox/sample-graph.js';
import { RunningGateway } from '../support/running-gateway.js';
import { recordings } from './recorded.js';

const CITED = '31978945';
const EXAMPLE = readFileSync(new URL('../../examples/cited-in.graphql', import.meta.url), 'utf8');

const recording = recordings().find(
  ({ utility, file, body }) => utility === 'elink' && file.includes(CITED) && body.includes('pubmed_pubmed_citedin'),
);

interface Body {
  readonly linksets: readonly {
    readonly linksetdbs: readonly { readonly linkname: string; readonly links: readonly string[] }[];
  }[];
}

describe.skipIf(!recording)(
  `the example cited-in${recording ? '' : ', skipped: there is no recording in ../shared'}`,
  () => {
    it('runs on the answer of NCBI, whose articles it has newest first and counts by year', async () => {
      const { linksets } = JSON.parse(recording?.body ?? '') as Body;
      const uids = linksets[0]?.linksetdbs.find(({ linkname }) => linkname === 'pubmed_pubmed_citedin')?.links ?? [];
      const dateOf = (uid: string): string =>
        `${2020 + (Number(uid) % 7)}/0${1 + (Number(uid) % 9)}/1${Number(uid) % 10}`;
      const articles = Object.fromEntries(uids.map((uid) => [uid, { title: `Article ${uid}`, pubdate: dateOf(uid) }]));
      const graph = new SampleGraph({
        records: { pubmed: { ...articles, [CITED]: { title: 'Cited', pubdate: '2020/01/01' } } },
        links: { pubmed_pubmed_citedin: { [CITED]: uids.join(' ') } },
        inverses: {},
      });
      await using gateway = await RunningGateway.start({ sandbox: { rps: 0, graph } });
      gateway.sandbox.intercept(({ utility, params }) =>
        utility === 'elink' && params.some(([name, value]) => name === 'cmd' && value === 'neighbor')
          ? { body: recording?.body ?? '' }
          : undefined,
      );
      const { data, errors, extensions } = await gateway.query(EXAMPLE);
      expect(errors).toBeUndefined();
      const { totalCount, countsByYear, nodes } = data?.pubmed.citedIn as {
        totalCount: number;
        countsByYear: { year: number; count: number }[];
        nodes: { uid: string }[];
      };
      expect([totalCount, uids.length > 10_000]).toEqual([uids.length, true]);
      expect(countsByYear).toEqual(
        [2026, 2025, 2024, 2023, 2022, 2021, 2020].map((year) => ({
          year,
          count: uids.filter((uid) => dateOf(uid).startsWith(String(year))).length,
        })),
      );
      const newest = uids.map(dateOf).toSorted().toReversed();
      expect(nodes.map(({ uid }) => dateOf(uid))).toEqual(newest.slice(0, nodes.length));
      // How many calls the summaries leave in depends on how long a call of this machine takes.
      const { total, esummary } = extensions.entrez.calls;
      expect([total - esummary, esummary < uids.length / 400]).toEqual([6, true]);
      // One stored list has given the order and the years: a page of that order takes no call.
      const page = await gateway.query(`{ pubmed(uid: "${CITED}") { citedIn(orderBy: DATE) { nodes { uid } } } }`);
      expect(page.extensions.entrez.calls.total).toBe(0);
      expect(page.data?.pubmed.citedIn.nodes).toEqual(nodes.map(({ uid }) => ({ uid })));
    });
  },
);
