import { existsSync } from 'node:fs';

import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { RunningGateway } from '../support/running-gateway.js';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
/** CI sets it: there the test must run. */
const REQUIRED = process.env.REQUIRE_BROWSER === '1';

describe.skipIf(!REQUIRED && !existsSync(CHROMIUM))(`GraphiQL in a browser (needs ${CHROMIUM})`, () => {
  let gateway: RunningGateway;
  let browser: Browser;
  beforeAll(async () => {
    gateway = await RunningGateway.start();
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await gateway[Symbol.asyncDispose]();
  });

  it(
    'loads from the gateway alone, opens with the first example and shows its answer',
    { timeout: 60_000 },
    async () => {
      const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
      const foreign: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(gateway.server.url) && !/^(data|blob):/.test(request.url())) {
          foreign.push(request.url());
        }
      });
      const broken: string[] = [];
      page.on('pageerror', (error) => broken.push(error.message));
      // What the page's own policy keeps from it is said on the console only.
      page.on('console', (message) => {
        if (/Content Security Policy/i.test(message.text())) {
          broken.push(message.text());
        }
      });
      await page.goto(`${gateway.server.url}/graphql`);
      await page.getByText('FirstLook').first().waitFor();
      await page.getByRole('button', { name: /execute/i }).click();
      await page.getByText('"TP53"').first().waitFor();

      expect(await page.title()).toContain('entrez-graph');
      expect(foreign).toEqual([]);
      expect(broken).toEqual([]);
      const folder = process.env.SCREENSHOTS;
      if (folder !== undefined) {
        await page.screenshot({ path: `${folder}/graphiql.png` });
      }
    },
  );
});
