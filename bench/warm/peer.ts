/** A GraphQL server with in-memory resolvers, named by its argument. Prints where it answers. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControl } from '@apollo/server/plugin/cacheControl';
import responseCachePlugin from '@apollo/server-plugin-response-cache';
import { startStandaloneServer } from '@apollo/server/standalone';
import { useResponseCache } from '@graphql-yoga/plugin-response-cache';
import fastify from 'fastify';
import { createSchema, createYoga, type Plugin } from 'graphql-yoga';
import mercurius from 'mercurius';

import { inMemoryResolvers, typeDefs } from './in-memory.js';
import type { NestedAnswer } from './queries.js';

const resolvers = inMemoryResolvers(JSON.parse(process.env.ANSWER ?? '') as NestedAnswer);

/** How long peers with a cache keep whole responses, in seconds; longer than a run. */
const MAX_AGE = 3600;

const PEERS: Readonly<Record<string, () => Promise<string>>> = {
  yoga: () => startYoga([]),
  'yoga-cache': () => startYoga([useResponseCache({ session: () => null, ttl: MAX_AGE * 1000 })]),
  mercurius: () => startMercurius(0),
  'mercurius-jit': () => startMercurius(1),
  apollo: () => startApollo([]),
  'apollo-cache': () =>
    startApollo([ApolloServerPluginCacheControl({ defaultMaxAge: MAX_AGE }), responseCachePlugin()]),
};

function startYoga(plugins: Plugin[]): Promise<string> {
  const yoga = createYoga({ logging: false, schema: createSchema({ typeDefs, resolvers }), plugins });
  const server = createServer((request, response) => void yoga(request, response));
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
    });
  });
}

async function startApollo(plugins: ApolloServerPlugin[]): Promise<string> {
  const server = new ApolloServer({ typeDefs, resolvers, plugins });
  const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 } });
  return `${url}graphql`;
}

async function startMercurius(jit: number): Promise<string> {
  const app = fastify();
  await app.register(mercurius, { schema: typeDefs, resolvers, jit });
  return `${await app.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
}

const start = PEERS[process.argv[2] ?? ''];
if (!start) {
  throw new Error(`No peer ${process.argv[2]}; there are ${Object.keys(PEERS).join(', ')}.`);
}
process.stdout.write(`${await start()}\n`);
