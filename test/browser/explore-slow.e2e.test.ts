import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { CHROMIUM, NO_BROWSER } from '../support/browser.js';
import { ExploreStage } from '../support/explore-stage.js';
import { ExploreVisitor } from '../support/explore-visitor.js';
import { HeldAnswers } from '../support/held-answers.js';
import type { RunningGateway } from '../support/running-gateway.js';
import { keepScreenshot } from '../support/screenshots.js';

describe.skipIf(NO_BROWSER)(`the page /explore while NCBI is slow (needs ${CHROMIUM})`, { timeout: 120_000 }, () => {
  let stage: ExploreStage;
  let gateway: RunningGateway;
  let held: HeldAnswers;
  beforeAll(async () => {
    stage = await ExploreStage.open();
  }, 120_000);
  afterAll(async () => {
    await stage[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    gateway = await stage.start();
    held = new HeldAnswers('elink', 'gene_clinvar');
    gateway.sandbox.intercept(held.interceptor);
    return () => gateway[Symbol.asyncDispose]();
  });

  it('names the links at once, shows each count when it comes, and sorts them when all have come', async () => {
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url, '#show=gene:7157&at=gene:7157');
    const counts = async (): Promise<readonly string[]> => visitor.page.locator('.link .count').allInnerTexts();
    const counted = visitor.link('gene_pubmed').locator('.count');
    await expect.poll(() => counted.innerText()).toBe('110');
    expect(await visitor.link('gene_clinvar').locator('.count').innerText()).toBe('…');
    expect(await visitor.page.locator('.links .counting').innerText()).toBe('Counting links …');
    await keepScreenshot(visitor.page, 'explore-counting');
    expect((await counts()).slice(0, 2)).not.toEqual(['110', '19']);
    // What is counted can be drawn meanwhile.
    expect(await visitor.show('gene_pubmed')).toMatch(/^25 of 110 drawn/);

    held.release();
    await visitor.counted();
    expect((await counts()).slice(0, 2)).toEqual(['110', '19']);
    expect(visitor.complaints).toEqual([]);
  });

  it('says how many requests had no result when the time for an operation was over', async () => {
    await using hasty = await stage.start({ DEADLINE_MS: '2000' });
    hasty.sandbox.intercept(held.interceptor);
    await using visitor = await ExploreVisitor.open(stage.browser, hasty.server.url, '#show=gene:7157&at=gene:7157');
    const counted = visitor.link('gene_clinvar');
    await counted.getByRole('alert').getByText('This took longer than the gateway allows.').waitFor();
    expect(await visitor.link('gene_pubmed').locator('.count').innerText()).toBe('110');
    const [, made, unfinished] =
      /: (\d+) requests, (\d+) without a result/.exec(await visitor.page.locator('.status').innerText()) ?? [];
    expect(Number(unfinished)).toBe(1);
    expect(Number(made)).toBe(hasty.sandbox.requests.length);
    held.release();
  });

  it('says on a phone what it waits for, in the words of readers, stops and counts again', async () => {
    const options = { viewport: { width: 390, height: 844 } };
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url, '', options);
    const { page } = visitor;
    const rateLimit = { limit: 3, remaining: 0, queued: 7, inFlight: 1, expectedWaitMs: 2300, blockedUntil: null };
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('query RateLimit') === true
        ? route.fulfill({ json: { data: { rateLimit } } })
        : route.fallback(),
    );
    await page.evaluate("location.hash = 'show=gene:7157&at=gene:7157'");
    const progress = page.locator('.status .progress');
    await progress.getByText("7 requests waiting for NCBI's limit of 3 a second").waitFor();
    const { x = -1, width = 0, height = 0 } = (await progress.boundingBox()) ?? {};
    expect([x >= 0, x + width <= 390, height < 120]).toEqual([true, true, true]);
    await visitor.button('Stop').click({ trial: true });
    await keepScreenshot(page, 'explore-waiting-390');
    await visitor.page.locator('.panes').getByRole('button', { name: 'Details' }).click();
    await visitor.link('gene_clinvar').waitFor();
    await visitor.button('Stop').click();
    await visitor.page.getByText('CANCELLED').first().waitFor();
    expect(await visitor.page.locator('.counting').count()).toBe(0);

    held.release();
    await visitor.page.getByRole('button', { name: 'Try again' }).first().click();
    await visitor.counted();
    expect(await visitor.link('gene_clinvar').locator('.count').innerText()).toBe('19');
  });
});
