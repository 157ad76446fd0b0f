import { createServer } from 'node:http';

import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { createGatewayRuntime } from '@graphql-hive/gateway';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';

const HOST = '127.0.0.1';

/** Serves a supergraph with Apollo Gateway. */
async function startApollo(supergraphSdl, port) {
  const server = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl }), stopOnTerminationSignals: false });
  const { url } = await startStandaloneServer(server, { listen: { host: HOST, port } });
  return { url, close: () => server.stop() };
}

/** Serves a supergraph with Hive Gateway, by the planner of Hive Router: its own knows no `@interfaceObject`. */
async function startHive(supergraphSdl, port) {
  const runtime = createGatewayRuntime({ supergraph: () => supergraphSdl, unifiedGraphHandler, logging: false });
  const server = createServer(runtime);
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, HOST, resolve);
  });
  return {
    url: `http://${HOST}:${server.address().port}/graphql`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await runtime.dispose();
    },
  };
}

/** Gateways by name. Each takes the text of a supergraph and a port, and gives its address and how to stop it. */
export const gateways = { apollo: startApollo, hive: startHive };
