import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { CHROMIUM, NO_BROWSER } from '../support/browser.js';
import { ExploreStage } from '../support/explore-stage.js';
import { ExploreVisitor } from '../support/explore-visitor.js';
import { HeldAnswers } from '../support/held-answers.js';
import type { RunningGateway } from '../support/running-gateway.js';

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
    const folder = process.env.SCREENSHOTS;
    if (folder !== undefined) {
      await visitor.page.screenshot({ path: `${folder}/explore-counting.png` });
    }
    expect((await counts()).slice(0, 2)).not.toEqual(['110', '19']);
    // What is counted can be drawn meanwhile.
    expect(await visitor.show('gene_pubmed')).toMatch(/^25 of 110 drawn/);

    held.release();
    await visitor.counted();
    expect((await counts()).slice(0, 2)).toEqual(['110', '19']);
    expect(visitor.complaints).toEqual([]);
  });

  it('stops counting, says so, and counts again', async () => {
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url, '#show=gene:7157&at=gene:7157');
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
