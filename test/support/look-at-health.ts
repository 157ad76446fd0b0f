/**
 * Looks at the health of a gateway again and again, in a process that does nothing else. Writes a line with the worst so
 * far, and forgets it, for each line that it reads. Arguments: the URL of the gateway, and its process id.
 */
import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

import type { Looks } from './health-looks.js';

/** Between two looks. */
const LOOK_EVERY_MS = 5;
const NS_PER_MS = 1_000_000;

const [, , url = '', pid = ''] = process.argv;
const agent = new Agent({ keepAlive: true });
let worst: Looks = { blockedMs: 0, answeredMs: 0 };

/** Milliseconds that the first thread of a process has run, and those that it was ready to run and had no CPU. */
function scheduled(id: string | number): { readonly ran: number; readonly waited: number } {
  const [ran = 0, waited = 0] = readFileSync(`/proc/${id}/task/${id}/schedstat`, 'utf8').split(' ').map(Number);
  return { ran: ran / NS_PER_MS, waited: waited / NS_PER_MS };
}

async function look(): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    get(`${url}/health/live`, { agent }, (response) => {
      response.resume().once('end', resolve);
    }).once('error', reject);
  });
}

createInterface({ input: process.stdin }).on('line', () => {
  process.stdout.write(`${JSON.stringify(worst)}\n`);
  worst = { blockedMs: 0, answeredMs: 0 };
});

for (;;) {
  const [since, gateway, own] = [performance.now(), scheduled(pid), scheduled(process.pid)];
  await look();
  const took = performance.now() - since;
  const [gatewayNow, ownNow] = [scheduled(pid), scheduled(process.pid)];
  const waited = gatewayNow.waited - gateway.waited + (ownNow.waited - own.waited);
  worst = {
    blockedMs: Math.max(worst.blockedMs, gatewayNow.ran - gateway.ran),
    answeredMs: Math.max(worst.answeredMs, took - waited),
  };
  await delay(LOOK_EVERY_MS);
}
