import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadSampleGraph } from '../../src/sandbox/sample-graph.js';
import { barriers } from '../support/accessibility.js';
import { CHROMIUM, NO_BROWSER } from '../support/browser.js';
import { ExploreStage } from '../support/explore-stage.js';
import { ExploreVisitor } from '../support/explore-visitor.js';
import { HeldAnswers } from '../support/held-answers.js';
import type { RunningGateway } from '../support/running-gateway.js';
import { keepScreenshot } from '../support/screenshots.js';

const sample = loadSampleGraph();
const SHARED = sample.links('gene_pubmed', '25').filter((uid) => sample.links('gene_pubmed', '5925').includes(uid));
const ABL1_AND_RB1 = '#show=gene:25,gene:5925';

describe.skipIf(NO_BROWSER)(`comparisons on the page /explore (needs ${CHROMIUM})`, () => {
  let stage: ExploreStage;
  let gateway: RunningGateway;
  beforeAll(async () => {
    stage = await ExploreStage.open();
    gateway = await stage.start();
  }, 120_000);
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
    await stage[Symbol.asyncDispose]();
  });

  /** Ticks drawn records in the list, and opens the tab that compares them. */
  async function compare({ page }: ExploreVisitor, ...names: readonly string[]): Promise<void> {
    await page.getByRole('tab', { name: /^List/ }).click();
    for (const name of names) {
      await page.getByLabel(`Compare ${name}`, { exact: true }).check();
    }
    await page.getByRole('tab', { name: `Compare (${names.length})` }).click();
  }

  async function findShared(visitor: ExploreVisitor): Promise<Locator> {
    const { page } = visitor;
    await visitor.button('Find shared records').click();
    await page.getByText(`${SHARED.length} records of PubMed shared by at least 2 of 2`, { exact: true }).waitFor();
    return page.locator('.shared > li');
  }

  it('list what ticked records share, the rarest first, and draw it in a way that can be undone and shared', async () => {
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url, ABL1_AND_RB1);
    const { page } = visitor;
    await compare(visitor, 'ABL1', 'RB1');
    const offered = await page.getByLabel('Links', { exact: true }).locator('option').allInnerTexts();
    expect(offered).toContainEqual(expect.stringMatching(/: gene_omim$/));
    const rows = await findShared(visitor);
    expect(await rows.count()).toBe(SHARED.length);
    expect((await rows.allInnerTexts())[0]).toMatch(/C-terminal.*2 of 2 · ABL1, RB1 · \d+× chance/s);
    await keepScreenshot(visitor.page, 'compare-shared');
    await rows.first().getByRole('button', { name: /^Draw/ }).click();
    await expect.poll(() => visitor.drawn()).toBe('3 records, 2 links');
    await visitor.button(`Draw ${SHARED.length} shared`).click();
    await expect.poll(() => visitor.drawn()).toBe(`${SHARED.length + 2} records, ${2 * SHARED.length} links`);
    await visitor.button('Undo').click();
    await expect.poll(() => visitor.drawn()).toBe('3 records, 2 links');
    expect(new URL(page.url()).hash).toContain('picked=gene:25.pubmed.8242749,gene:5925.pubmed.8242749');
    await page.reload();
    await expect.poll(() => visitor.drawn()).toBe('3 records, 2 links');
    expect(visitor.complaints).toEqual([]);
  });

  it('show how two are connected, on a phone in the dark, without a barrier', async () => {
    const options = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' } as const;
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url, ABL1_AND_RB1, options);
    const { page } = visitor;
    await page.locator('.panes').getByRole('button', { name: 'Details' }).click();
    await compare(visitor, 'ABL1', 'RB1');
    await findShared(visitor);
    await keepScreenshot(visitor.page, 'compare-shared-narrow');
    await visitor.button('Find paths').click();
    const path = await page.locator('.paths > li').first().innerText();
    expect(path).toMatch(/ABL1 → gene_pubmed.*C-terminal.* ← gene_pubmed\s+RB1/s);
    await page.getByText('From ABL1 to RB1 in 2 steps').waitFor();
    await page.getByText('were left because enough paths had been found').waitFor();
    await page.locator('.skipped').scrollIntoViewIfNeeded();
    await keepScreenshot(visitor.page, 'compare-paths-narrow');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(await barriers(page)).toEqual([]);
  });

  it('say that there are no paths where all ways were followed, and draw nothing then', async () => {
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url, '#show=gene:93100,gene:7157');
    const { page } = visitor;
    await compare(visitor, 'NAPRT', 'TP53');
    await visitor.button('Find paths').click();
    await page.getByText(/None within 3 hops.*All ways were followed to their end\.$/).waitFor();
    expect(await visitor.drawn()).toBe('2 records, 0 links');
  });

  it('show each path as it is found, and keep what was found where they are stopped', async () => {
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url, '#show=gene:7157,omim:114480');
    const { page } = visitor;
    await compare(visitor, 'TP53', 'BREAST CANCER');
    const held = new HeldAnswers('elink', 'omim_gene');
    gateway.sandbox.intercept(held.interceptor);
    await visitor.button('Find paths').click();
    await page.getByText('1 path so far. Searching from both ends …').waitFor();
    expect(await page.locator('.paths > li').count()).toBe(1);
    await held.arrived;
    await keepScreenshot(visitor.page, 'compare-paths-growing');
    await page.getByRole('button', { name: 'Stop searching' }).click();
    await page.getByText('Stopped after 1 path: there may be others.').waitFor();
    await expect.poll(() => visitor.drawn()).toBe('2 records, 1 link');
    held.release();
    gateway.sandbox.intercept(undefined);
    await visitor.button('Find paths').click();
    await page.getByText(/^5 paths within 3 hops/).waitFor();
    await expect.poll(() => page.locator('.paths > li').count()).toBe(5);
    expect(visitor.complaints).toEqual([]);
  });

  it('are stopped: nothing more is sent to NCBI, and the page says that it does not know', async () => {
    await using slow = await stage.start({ NCBI_RPS: '3' });
    await using visitor = await ExploreVisitor.open(stage.browser, slow.server.url, ABL1_AND_RB1);
    const { page } = visitor;
    await compare(visitor, 'ABL1', 'RB1');
    const held = new HeldAnswers('elink');
    slow.sandbox.intercept(held.interceptor);
    await visitor.button('Find paths').click();
    await page.getByText('Searching from both ends …').waitFor();
    await held.arrived;
    await keepScreenshot(visitor.page, 'compare-running');
    await page.getByRole('button', { name: 'Stop searching' }).click();
    await page.getByText('Stopped: whether they are connected is not known.').waitFor();
    held.release();
    slow.sandbox.intercept(undefined);
    await findShared(visitor);
    expect(slow.callsOf('elink', 'acheck')).toBe(1);
  });
});
