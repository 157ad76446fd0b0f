import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createSchema, createYoga } from 'graphql-yoga';

import { RunningGateway } from '../test/support/running-gateway.js';
import { type Bench, median } from './bench.js';

const QUERY =
  '{ gene(uid: "7157") { pubmed(first: 100) { nodes { uid title journal gene(first: 3) { nodes { uid symbol } } } } } }';
const REQUESTS = 40;
const ROUNDS = 7;

/** A warm nested query of 100 nodes, against plain Yoga that resolves the same answer from memory. */
export const warm: Bench = {
  name: 'warm',
  async measure() {
    await using gateway = await RunningGateway.start();
    const { data } = await gateway.query(QUERY);
    const plain = await plainYoga(data?.gene);
    const ours = `${gateway.server.url}/graphql`;
    if (JSON.stringify(await ask(ours)) !== JSON.stringify(await ask(plain.url))) {
      throw new Error('The two servers answer differently.');
    }
    const [gatewayTimes, plainTimes]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      const measureOurs = async () => gatewayTimes.push(await timeOf(ours));
      const measurePlain = async () => plainTimes.push(await timeOf(plain.url));
      // Turn and turn about, so that neither always runs on the warmer machine.
      for (const measure of round % 2 === 0 ? [measureOurs, measurePlain] : [measurePlain, measureOurs]) {
        await measure();
      }
    }
    plain.close();
    const rates = [gatewayTimes, plainTimes].map((times) => REQUESTS / (median(times) / 1000)) as [number, number];
    return [
      {
        what: 'warm query of 100 papers with genes, requests a second',
        measured: rates[0].toFixed(0),
        comparedWith: `${rates[1].toFixed(0)}, plain Yoga in memory`,
        ratio: rates[0] / rates[1],
        goal: 'at least 0.83',
      },
    ];
  },
};

async function plainYoga(gene: unknown): Promise<{ url: string; close: () => void }> {
  const typeDefs = `
    type Query { gene(uid: ID!): Gene }
    type Gene { uid: ID! symbol: String pubmed(first: Int): Papers }
    type Genes { nodes: [Gene!]! }
    type Papers { nodes: [Paper!]! }
    type Paper { uid: ID! title: String journal: String gene(first: Int): Genes }`;
  const yoga = createYoga({
    logging: false,
    schema: createSchema({ typeDefs, resolvers: { Query: { gene: () => gene } } }),
  });
  const server = createServer((request, response) => {
    void yoga(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/graphql`, close: () => server.close() };
}

async function timeOf(url: string): Promise<number> {
  const start = performance.now();
  for (let request = 0; request < REQUESTS; request += 1) {
    await ask(url);
  }
  return performance.now() - start;
}

async function ask(url: string): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUERY }),
  });
  return ((await response.json()) as { data: unknown }).data;
}
