import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { parseFaults } from '../../src/sandbox/faults/parse-faults.js';
import { barriers, colourBarriers } from '../support/accessibility.js';
import { CHROMIUM, NO_BROWSER } from '../support/browser.js';
import { ExploreStage } from '../support/explore-stage.js';
import { ExploreVisitor } from '../support/explore-visitor.js';
import { GraphiqlVisitor } from '../support/graphiql-visitor.js';
import type { RunningGateway } from '../support/running-gateway.js';
import { keepScreenshot } from '../support/screenshots.js';

/** What axe says of GraphiQL itself, which is not ours. Should it be mended there, take it off this list. */
const OF_GRAPHIQL: readonly string[] = ['color-contrast', 'nested-interactive', 'target-size'];

/** States of which a picture is kept. */
const KEPT: ReadonlySet<string> = new Set(['suggestions', 'filtered', 'access', 'table-export', 'failures']);

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

  it('/explore: empty, with suggestions, with a record, in each tab, filtered, with a route and with menus', async () => {
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url);
    const { page } = visitor;
    await expectNoBarriers(visitor, 'empty');
    await visitor.search.fill('TP53');
    await page.locator('#suggestions li').first().waitFor();
    await visitor.search.press('ArrowDown');
    await expectNoBarriers(visitor, 'suggestions');
    await visitor.search.press('Enter');
    await visitor.counted();
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

  it('/explore: with disabled controls that can be read, and with the pointer on each control', async () => {
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url);
    const { page } = visitor;
    await page.getByRole('tab', { name: 'Routes' }).click();
    // Axe leaves disabled controls out.
    expect(await page.locator('button:disabled').count()).toBeGreaterThan(5);
    await inEachScheme(page, async () => {
      expect(await faintDisabled(page)).toEqual([]);
    });
    await visitor.find('TP53');
    await visitor.show('gene_omim');
    await inEachScheme(page, async () => {
      expect(await faintDisabled(page)).toEqual([]);
    });
    for (const control of [
      visitor.button('Undo'),
      visitor.button('Hide gene_omim'),
      visitor.tab('List'),
      visitor.button('Pin'),
      page.locator('.menu > summary'),
    ]) {
      await control.hover();
      await inEachScheme(page, async (_, look) => {
        expect(await look(page, '.top', 'aside')).toEqual([]);
      });
    }
    await visitor
      .link('gene_omim')
      .getByRole('button', { name: /^Table/ })
      .click();
    await page.locator('.table-scroller tbody tr').first().hover();
    await expectNoBarriers(visitor, 'table');
    await page.locator('.table-tools').getByRole('button', { name: 'Export table' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'CSV', exact: true }).hover();
    await expectNoBarriers(visitor, 'table-export');
  });

  it('/explore: while NCBI fails', async () => {
    await using failing = await stage.start();
    await using visitor = await ExploreVisitor.open(stage.browser, failing.server.url);
    failing.sandbox.faults.set(parseFaults('http-500:gene_clinvar'));
    await visitor.find('TP53');
    await visitor.link('gene_clinvar').getByRole('alert').waitFor();
    failing.sandbox.faults.set(parseFaults('http-500:summary,http-500:search'));
    await visitor.shows('gene_omim').click();
    await visitor.link('gene_omim').getByRole('alert').getByText("Couldn't read some of these records").waitFor();
    await visitor
      .link('gene_protein')
      .getByRole('button', { name: /^Table/ })
      .click();
    await visitor.page.locator('.table-pane').getByRole('alert').waitFor();
    // Three searches failed for one reason, which is said and announced once.
    await visitor.search.fill('MDM2');
    await visitor.page.locator('.suggestions').getByRole('alert').waitFor();
    expect(await visitor.page.locator('.suggestions [role=alert]').count()).toBe(1);
    expect(await visitor.page.locator('.status [role=alert]').count()).toBe(0);
    await expectNoBarriers(visitor, 'failures');
  });

  it('GraphiQL: its bar and the menu of examples', async () => {
    await using visitor = await GraphiqlVisitor.open(stage.browser, gateway.server.url);
    await inEachScheme(visitor.page, async (_, look) => {
      expect(await look(visitor.page, '.bar')).toEqual([]);
    });
    await visitor.page.getByText('Examples', { exact: true }).click();
    await inEachScheme(visitor.page, async (_, look) => {
      expect(await look(visitor.page, '.bar')).toEqual([]);
      const rules = (await look(visitor.page, '.graphiql-container')).map((barrier) => barrier.split(':', 1)[0]);
      expect(rules.filter((rule) => !OF_GRAPHIQL.includes(rule ?? ''))).toEqual([]);
    });
  });
});

/** Runs `check` with the light colours of a page, then with its dark ones, where it need look at colours only. */
async function inEachScheme(
  page: Page,
  check: (colorScheme: string, look: typeof barriers) => Promise<void>,
): Promise<void> {
  for (const [colorScheme, look] of [
    ['light', barriers],
    ['dark', colourBarriers],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await check(colorScheme, look);
  }
}

function expectNoBarriers({ page }: ExploreVisitor, name: string): Promise<void> {
  return inEachScheme(page, async (colorScheme, look) => {
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe(colorScheme);
    if (colorScheme === 'dark' && KEPT.has(name)) {
      await keepScreenshot(page, `dark-${name}`);
    }
    expect(await look(page), `${name}, ${colorScheme}`).toEqual([]);
  });
}

/** Disabled buttons whose text has a contrast below 4.5 to 1. */
function faintDisabled(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`(() => {
    const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const luminance = ([red, green, blue]) => {
      const [r, g, b] = [red, green, blue].map((part) => part / 255).map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const backOf = (element) => {
      const back = parse(getComputedStyle(element).backgroundColor);
      return back[3] === 0 ? backOf(element.parentElement) : back;
    };
    return [...document.querySelectorAll('button:disabled')].filter((element) => {
      const style = getComputedStyle(element);
      const [dark, light] = [luminance(parse(style.color)), luminance(backOf(element))].sort((a, b) => a - b);
      return style.opacity !== '1' || (light + 0.05) / (dark + 0.05) < 4.5;
    }).map((element) => element.outerHTML.slice(0, 80));
  })()`);
}
