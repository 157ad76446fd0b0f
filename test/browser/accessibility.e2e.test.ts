import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { parseFaults } from '../../src/sandbox/faults/parse-faults.js';
import { barriers } from '../support/accessibility.js';
import { CHROMIUM, NO_BROWSER } from '../support/browser.js';
import { ExploreStage } from '../support/explore-stage.js';
import { ExploreVisitor } from '../support/explore-visitor.js';
import { GraphiqlVisitor } from '../support/graphiql-visitor.js';
import type { RunningGateway } from '../support/running-gateway.js';

/** What axe says of GraphiQL itself, which is not ours. Should it be mended there, take it off this list. */
const OF_GRAPHIQL: readonly string[] = ['color-contrast', 'nested-interactive', 'target-size'];

describe.skipIf(NO_BROWSER)(`the pages keep nobody out (needs ${CHROMIUM})`, { timeout: 120_000 }, () => {
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

  describe.each(['light', 'dark'] as const)('/explore, %s', (colorScheme) => {
    const open = async (at = gateway, fragment = ''): Promise<ExploreVisitor> => {
      const visitor = await ExploreVisitor.open(stage.browser, at.server.url, fragment);
      await visitor.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect.poll(() => visitor.page.locator('html').getAttribute('data-theme')).toBe(colorScheme);
      return visitor;
    };
    const expectNoBarriers = async ({ page }: ExploreVisitor, name: string): Promise<void> => {
      const shots = process.env.SCREENSHOTS;
      if (shots !== undefined) {
        await page.screenshot({ path: `${shots}/${colorScheme}-${name}.png` });
      }
      expect(await barriers(page), name).toEqual([]);
    };

    it('empty, with suggestions, with a record, in each tab, filtered, with a route and with menus', async () => {
      await using visitor = await open();
      const { page } = visitor;
      await expectNoBarriers(visitor, 'empty');
      await visitor.search.fill('TP53');
      await page.locator('#suggestions li').first().waitFor();
      await visitor.search.press('ArrowDown');
      await expectNoBarriers(visitor, 'suggestions');
      await visitor.search.press('Enter');
      await page.getByRole('heading', { name: 'Links' }).waitFor();
      await expectNoBarriers(visitor, 'record');
      await visitor.show('gene_pubmed');
      await visitor.tab('List').click();
      await expectNoBarriers(visitor, 'list');
      await visitor.tab('Query').click();
      await expectNoBarriers(visitor, 'query');
      await page.getByRole('tab', { name: 'Routes' }).click();
      await expectNoBarriers(visitor, 'routes');
      await page.getByLabel('From year').fill('2010');
      await visitor.button('Apply').click();
      await visitor.tab('Record').click();
      await page.getByText(/drawn, filtered by/).waitFor();
      await visitor.button('Start path here').click();
      await expectNoBarriers(visitor, 'filtered');
      await page.getByText('Export', { exact: true }).click();
      await expectNoBarriers(visitor, 'export');
      await visitor.button('API key').first().click();
      await expectNoBarriers(visitor, 'access');
    });

    it('while NCBI fails', async () => {
      await using failing = await stage.start();
      await using visitor = await open(failing);
      failing.sandbox.faults.set(parseFaults('http-500:gene_clinvar'));
      await visitor.find('TP53');
      await visitor.link('gene_clinvar').getByRole('alert').waitFor();
      failing.sandbox.faults.set(parseFaults('http-500:summary'));
      await visitor.shows('gene_omim').click();
      await visitor.page.locator('.status').getByRole('alert').first().waitFor();
      await expectNoBarriers(visitor, 'failures');
    });
  });

  it.each(['light', 'dark'] as const)('GraphiQL, %s: its bar and the menu of examples', async (colorScheme) => {
    await using visitor = await GraphiqlVisitor.open(stage.browser, gateway.server.url);
    await visitor.page.emulateMedia({ colorScheme });
    expect(await barriers(visitor.page, '.bar')).toEqual([]);
    await visitor.page.getByText('Examples', { exact: true }).click();
    expect(await barriers(visitor.page, '.bar')).toEqual([]);
    const rules = (await barriers(visitor.page, '.graphiql-container')).map((barrier) => barrier.split(':', 1)[0]);
    expect(rules.filter((rule) => !OF_GRAPHIQL.includes(rule ?? ''))).toEqual([]);
  });
});
