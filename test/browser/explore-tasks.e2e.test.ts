import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { CHROMIUM, NO_BROWSER } from '../support/browser.js';
import { ExploreStage } from '../support/explore-stage.js';
import { ExploreVisitor } from '../support/explore-visitor.js';
import type { RunningGateway } from '../support/running-gateway.js';

describe.skipIf(NO_BROWSER)(`tasks on the page /explore, in clicks (needs ${CHROMIUM})`, { timeout: 120_000 }, () => {
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

  /** A user whose clicks are counted; typing and keys are free. */
  async function open(): Promise<{ readonly visitor: ExploreVisitor; readonly clicks: () => Promise<number> }> {
    const visitor = await ExploreVisitor.open(stage.browser, gateway.server.url);
    await visitor.page.evaluate(
      "window.clicks = 0; addEventListener('mousedown', () => { window.clicks += 1; }, true)",
    );
    return { visitor, clicks: () => visitor.page.evaluate<number>('window.clicks') };
  }

  it('goes from a gene to all its papers of 2015 to 2020 with scores as CSV in at most 6', async () => {
    const { visitor, clicks } = await open();
    await using user = visitor;
    const { page } = user;
    await user.search.click();
    await page.keyboard.type('TP53');
    await page.keyboard.press('Enter');
    await user
      .link('gene_pubmed')
      .getByRole('button', { name: /^Table/ })
      .click();
    await page.getByLabel('From year').click();
    await page.keyboard.type('2015');
    await page.keyboard.press('Tab');
    await page.keyboard.type('2020');
    await page.keyboard.press('Enter');
    await page.getByText(/^\d+ records, filtered by years$/).waitFor();
    await page.locator('.table-tools').getByRole('button', { name: 'Export table' }).click();
    const text = await user.download(async () => {
      await page.getByRole('dialog').getByRole('button', { name: 'CSV', exact: true }).click();
    });
    const [head = '', ...rows] = text.trim().split('\r\n');
    const { data } = await gateway.query('{ gene(uid: "7157") { pubmed(first: 1000, filter: { publishedBetween: { from: "2015", to: "2020" } }) { nodes { uid } } } }'); // prettier-ignore
    expect(rows.map((row) => row.split(',')[0])).toEqual(
      data?.gene.pubmed.nodes.map(({ uid }: { uid: string }) => uid),
    );
    expect(head.split(',')).toContain('score');
    expect(await clicks()).toBeLessThanOrEqual(6);
  });

  it('goes from a PMID to its genes and to the variants of one in at most 4', async () => {
    const { visitor, clicks } = await open();
    await using user = visitor;
    const { page } = user;
    await user.search.fill('PMID 35563397');
    await user.search.press('Enter');
    await visitor.counted();
    await user.show('pubmed_gene');
    await user.tab('List').click();
    await page.locator('.record-list li button').filter({ hasText: 'TP53' }).click();
    await user.show('gene_clinvar');
    await page.getByText(/^19 of 19 drawn$/).waitFor();
    expect(await clicks()).toBeLessThanOrEqual(4);
  });

  it('shares in at most 2', async () => {
    const { visitor, clicks } = await open();
    await using user = visitor;
    await user.search.fill('TP53');
    await user.search.press('Enter');
    await user.counted();
    await user.button('Share').click();
    await user.page.getByText('Link copied.').waitFor();
    expect(await user.page.evaluate<string>('navigator.clipboard.readText()')).toBe(user.page.url());
    expect(await clicks()).toBeLessThanOrEqual(2);
  });
});
