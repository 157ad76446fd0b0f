import { RunningGateway } from '../test/support/running-gateway.js';
import type { Bench, Figure } from './bench.js';

const LINK_BATCH = 100;
const SUMMARY_BATCH = 500;

/** Upstream calls of concurrent operations, against the least that could answer them: distinct ids by batch size. */
export const calls: Bench = {
  name: 'calls',
  async measure() {
    const one = '{ gene(uid: "7157") { symbol pubmed(first: 20) { totalCount edges { node { title } } } } }';
    return [
      await callsOf('one gene with 20 titled papers', [one]),
      await callsOf('the same, 20 callers at once', Array<string>(20).fill(one)),
      await callsOf('50 different three-level operations at once', await differentOperations(50)),
      await fusedCalls(),
    ];
  },
};

/** Links of the same records under three link names into one database: in one call, and with the switch off. */
async function fusedCalls(): Promise<Figure> {
  const siblings = `{ records { gene(uids: [7157, 672, 675, 1080]) {
    pubmed { totalCount } pubmedRif { totalCount } pubmedPmcNucleotide { totalCount }
  } } }`;
  const [fused, apart] = await Promise.all([linkCalls(siblings, 'pairs'), linkCalls(siblings, 'off')]);
  if (fused.data !== apart.data) {
    throw new Error('Fused questions are answered differently.');
  }
  return {
    what: 'three link names of 4 genes into one database: link calls',
    measured: `${fused.calls} calls`,
    comparedWith: `${apart.calls}, with LINK_FUSION=off`,
    ratio: fused.calls / apart.calls,
    goal: 'under 1',
    met: fused.calls < apart.calls,
  };
}

async function linkCalls(query: string, fusion: string): Promise<{ readonly calls: number; readonly data: string }> {
  await using gateway = await RunningGateway.start({ settings: { NCBI_RPS: '10', LINK_FUSION: fusion } });
  const { data, errors } = await gateway.query(query);
  if (errors !== undefined) {
    throw new Error(`LINK_FUSION=${fusion}: the operation failed`);
  }
  return { calls: gateway.callsOf('elink'), data: JSON.stringify(data) };
}

async function differentOperations(count: number): Promise<string[]> {
  await using gateway = await RunningGateway.start();
  const { data } = await gateway.query(`{ gene(uid: "7157") { pubmed(first: ${count}) { nodes { uid } } } }`);
  const papers = data?.gene.pubmed.nodes as { uid: string }[];
  return papers.map(
    ({ uid }) => `{ pubmed(uid: "${uid}") { gene(first: 3) { nodes { symbol omim(first: 3) { nodes { title } } } } } }`,
  );
}

async function callsOf(what: string, operations: readonly string[]): Promise<Figure> {
  await using gateway = await RunningGateway.start({ settings: { NCBI_RPS: '10' } });
  const answers = await Promise.all(operations.map((operation) => gateway.query(operation)));
  if (answers.some(({ errors }) => errors !== undefined)) {
    throw new Error(`${what}: an operation failed`);
  }
  const made = gateway.sandbox.requests.length;
  const least = leastCalls(gateway);
  return {
    what,
    measured: `${made} calls`,
    comparedWith: `${least}, the fewest`,
    ratio: made / least,
    goal: '1.00',
    met: made === least,
  };
}

/** For each question, such as one link name: its distinct ids by the size of a batch, rounded up. */
function leastCalls({ sandbox }: RunningGateway): number {
  const questions = new Map<string, Set<string>>();
  for (const { utility, params } of sandbox.requests) {
    const question = [
      utility,
      ...params.filter(([name]) => name !== 'id').map(([name, value]) => `${name}=${value}`),
    ].join(' ');
    const ids = questions.get(question) ?? new Set();
    for (const [, value] of params.filter(([name]) => name === 'id')) {
      value.split(',').forEach((id) => ids.add(id));
    }
    questions.set(question, ids);
  }
  return [...questions].reduce(
    (sum, [question, ids]) => sum + Math.ceil(ids.size / (question.startsWith('elink') ? LINK_BATCH : SUMMARY_BATCH)),
    0,
  );
}
