import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { parseFaults } from '../../src/sandbox/faults/parse-faults.js';
import { loadSampleGraph } from '../../src/sandbox/sample-graph.js';
import { barriers } from '../support/accessibility.js';
import { CHROMIUM, NO_BROWSER } from '../support/browser.js';
import { freePort } from '../support/redis-server.js';
import { RunningGateway } from '../support/running-gateway.js';

interface Served {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** A paper on each of the first two pages of TP53. */
const [FIRST = '', SECOND = ''] = [3, 14].map((place) => loadSampleGraph().links('gene_pubmed', '7157')[place]);

describe.skipIf(NO_BROWSER)(`examples/react (needs ${CHROMIUM})`, { timeout: 120_000 }, () => {
  let gateway: RunningGateway;
  let served: Served;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    const port = await freePort();
    gateway = await RunningGateway.start({ settings: { CORS_ORIGINS: `http://127.0.0.1:${port}` } });
    const { serve } = (await import(new URL('../../examples/react/serve.js', import.meta.url).href)) as {
      readonly serve: (options: { readonly gateway: string; readonly port: number }) => Promise<Served>;
    };
    [served, browser] = await Promise.all([
      serve({ gateway: `${gateway.server.url}/graphql`, port }),
      chromium.connect(inject('browser').endpoint),
    ]);
    page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) {
        complaints.push(message.text());
      }
    });
    gateway.sandbox.faults.set(parseFaults(`poison:pubmed/${FIRST}:esummary,poison:pubmed/${SECOND}:esummary`));
    await page.goto(served.url);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await served.close();
    await gateway[Symbol.asyncDispose]();
  });

  it('lists papers, with the one whose summary failed in its place, and what they cost', async () => {
    await page.getByText('10 of 110 papers').waitFor();
    expect(await page.locator('li').count()).toBe(10);
    expect(await page.locator('.failed').allInnerTexts()).toEqual([expect.stringContaining(FIRST)]);
    expect(await page.locator('.failed code').innerText()).toMatch(/^UPSTREAM_UNAVAILABLE$/);
    expect(await page.getByRole('status').innerText()).toMatch(
      /^Sample data, not NCBI\. Last response: \d+ calls, \d+ from the cache\. So far: \d+\.$/,
    );
  });

  it('appends a page of which a record failed', async () => {
    await page.getByRole('button', { name: 'More papers' }).click();
    await page.getByText('20 of 110 papers').waitFor();
    expect(await page.locator('.paper').count()).toBe(18);
    expect(await page.locator('.failed').allInnerTexts()).toEqual(
      [FIRST, SECOND].map((uid) => expect.stringContaining(uid) as string),
    );
  });

  it('loads a failed record again alone', async () => {
    gateway.sandbox.faults.set([]);
    await page.locator('.failed button').last().click();
    await page.locator('.failed').nth(1).waitFor({ state: 'detached' });
    expect(await page.locator('.paper').count()).toBe(19);
  });

  it('shows a paper with its abstract and genes, and tells "none" from "failed"', async () => {
    await page.locator('.paper').first().click();
    await page.getByText('SAMPLE TEXT: The entrez-graph sandbox wrote this').waitFor();
    expect(await page.locator('article').innerText()).toContain('TP53');
    expect(await barriers(page)).toEqual([]);
    gateway.sandbox.faults.set(parseFaults('http-500:efetch'));
    await page.locator('.paper').nth(1).click();
    await page.getByText(/^Could not be loaded: /).waitFor();
  });

  it('fits a phone, where a paper takes the place of the list', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.locator('section').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Close' }).click();
    await page.locator('section').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
