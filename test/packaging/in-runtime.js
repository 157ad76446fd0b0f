/** Serves the package with what Bun and Deno have for it, asks that server, and ends. NCBI is the address of E-utilities. */
import process from 'node:process';

import { createEntrezGraph } from 'entrez-graph';

const graph = createEntrezGraph({ ncbi: { baseUrl: process.env.NCBI } });
const handler = (request) => graph.fetch(request);
const { Bun, Deno } = globalThis;
const server = Bun
  ? Bun.serve({ port: 0, hostname: '127.0.0.1', fetch: handler })
  : Deno.serve({ port: 0, hostname: '127.0.0.1' }, handler);

async function ask(query, accept) {
  const response = await fetch(`http://127.0.0.1:${server.port ?? server.addr.port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify({ query }),
  });
  return /"symbol":"(\w+)"/.exec(await response.text())?.[1];
}

const whole = await ask('{ gene(uid: "7157") { symbol } }', 'application/json');
const deferred = await ask('{ gene(uid: "7157") { id ... @defer { symbol } } }', 'multipart/mixed');
process.stdout.write(`${Bun ? 'Bun' : 'Deno'}: ${whole}, deferred ${deferred}\n`);
await (Bun ? server.stop() : server.shutdown());
await graph.close();
