import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { composeWithApollo, composeWithCosmo, composeWithHive, fetchSubgraph } from './compose.js';
import { gateways } from './gateways.js';
import { services } from './services/service.js';

const { values: options } = parseArgs({
  options: {
    gateway: { type: 'string', default: 'apollo' },
    port: { type: 'string', default: '4400' },
    // An entrez-graph that runs already. Without it one is started over sample data.
    entrez: { type: 'string' },
    // Compose with the composers of Cosmo and Hive too, and say what they think.
    check: { type: 'boolean', default: false },
    // Stop after the first answer.
    once: { type: 'boolean', default: false },
  },
});

/** What is to be stopped at the end, the last first. */
const running = [];

try {
  const urls = { entrez: options.entrez ?? (await startDemo()) };
  for (const [name, start] of Object.entries(services)) {
    const service = await start();
    running.unshift(service);
    urls[name] = service.url;
  }

  const subgraphs = await Promise.all(Object.entries(urls).map(([name, url]) => fetchSubgraph(name, url)));
  const { supergraphSdl, ...apollo } = composeWithApollo(subgraphs);
  const others = options.check ? { cosmo: composeWithCosmo(subgraphs), hive: composeWithHive(subgraphs) } : {};
  say({ composed: { apollo, ...others } });

  const gateway = await gateways[options.gateway](supergraphSdl, Number(options.port));
  running.unshift(gateway);
  const query = readFileSync(new URL('first-query.graphql', import.meta.url), 'utf8');
  const answer = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  say({ first: await answer.json() });
  say({ serves: gateway.url });
  if (!options.once) {
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  }
} finally {
  for (const { close } of running) {
    await close();
  }
}

/** Starts entrez-graph over its sandbox, and gives its address. */
async function startDemo() {
  const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
  const demo = spawn(process.execPath, [cli, 'demo', '--tables', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(demo, 'exit');
  running.unshift({ close: () => demo.kill() && ended });
  let said = '';
  for await (const chunk of demo.stdout) {
    said += chunk;
    const [url] = /http:\/\/\S+\/graphql/.exec(said) ?? [];
    if (url !== undefined) {
      demo.stdout.destroy();
      return url;
    }
  }
  throw new Error(`entrez-graph did not start: ${said}`);
}

function say(line) {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
