import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { barriers } from '../support/accessibility.js';
import { CHROMIUM, NO_BROWSER } from '../support/browser.js';
import { ExploreStage } from '../support/explore-stage.js';
import { ExploreVisitor } from '../support/explore-visitor.js';
import type { RunningGateway } from '../support/running-gateway.js';
import { keepScreenshot } from '../support/screenshots.js';

const SCREENS = [
  [390, 844],
  [768, 1024],
  [1440, 900],
  [2560, 1440],
] as const;
const THEMES = ['light', 'dark'] as const;
/** Below this width one pane is shown at a time, and targets are large. */
const NARROW = 900;
/** The smallest target for a finger. */
const TARGET = 44;

describe.skipIf(NO_BROWSER)(`/explore on screens of all sizes (needs ${CHROMIUM})`, { timeout: 120_000 }, () => {
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

  it.each(SCREENS)('fits %s x %s: nothing beside the screen, no barrier', async (width, height) => {
    // Narrow and wide ones in both themes, each size in one.
    const colorScheme = THEMES[SCREENS.findIndex(([each]) => each === width) % 2] ?? 'light';
    const options = { viewport: { width, height }, colorScheme };
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url, '', options);
    const { page } = visitor;
    const isNarrow = width <= NARROW;
    const look = async (name: string): Promise<void> => {
      expect(await beside(visitor), name).toEqual([]);
      if (isNarrow) {
        expect(await tooSmall(visitor), name).toEqual([]);
      }
      await keepScreenshot(page, `screen-${width}-${colorScheme}-${name}`);
      expect(await barriers(page), name).toEqual([]);
    };
    await look('empty');
    await visitor.find('TP53');
    await visitor.show('gene_pubmed');
    await look('details');
    if (isNarrow) {
      await page.locator('.panes').getByRole('button', { name: 'Graph' }).click();
      // The records got their places while the graph was hidden.
      await expect.poll(() => visitor.reach()).toBeGreaterThan(0.72);
      await look('graph');
      await page.locator('.panes').getByRole('button', { name: 'Details' }).click();
    } else {
      await expect.poll(() => visitor.reach()).toBeGreaterThan(0.72);
    }
    await visitor
      .link('gene_pubmed')
      .getByRole('button', { name: /^Table/ })
      .click();
    await page.locator('.table-scroller tbody tr').first().waitFor();
    await look('table');
    expect(visitor.complaints).toEqual([]);
  });

  it('names what of an address is not shown, and shows the rest', async () => {
    const address =
      '#show=gene:7157,gene:99999999,nowhere:1&links=gene:7157.omim.5,gene:7157.gene_nonsense.25&colour=red&table=gene:7157.omim';
    const options = { viewport: { width: 390, height: 844 } };
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url, address, options);
    const note = visitor.page.locator('.address-note');
    await note.getByText('gene:99999999: there is no such record.').waitFor();
    expect(await note.locator('code').allInnerTexts()).toEqual([
      'colour=red',
      'show=nowhere:1',
      'links=gene:7157.gene_nonsense.25',
    ]);
    expect(await visitor.drawn()).not.toBe('1 record, 0 links');
    await visitor.page.locator('.table-scroller tbody tr').first().waitFor();
    expect(await beside(visitor)).toEqual([]);
    expect(await tooSmall(visitor)).toEqual([]);
    expect(await barriers(visitor.page)).toEqual([]);
    await visitor.button('Dismiss').click();
    await note.waitFor({ state: 'detached' });
    await visitor.page.evaluate("location.hash = '#show=TP53&' + 'links='.padEnd(5000, 'x')");
    await note.getByText('TP53: there is no such record.').waitFor();
    expect(visitor.complaints).toEqual([]);
  });
});

/** Controls that lie off the screen, and a page wider than it. */
function beside({ page }: ExploreVisitor): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`(() => {
    const off = [...document.querySelectorAll('button, a, input, select, summary')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (left < 0 || right > innerWidth) && !element.closest('.table-scroller, .visually-hidden');
    });
    return [
      ...(document.documentElement.scrollWidth > innerWidth ? ['page ' + document.documentElement.scrollWidth] : []),
      ...off.map((element) => element.outerHTML.slice(0, 80)),
    ];
  })()`);
}

/** Buttons and fields that a finger would miss; rows of the table scroll and may be lower. */
function tooSmall({ page }: ExploreVisitor): Promise<readonly string[]> {
  return page.evaluate<
    readonly string[]
  >(`[...document.querySelectorAll('button, select, summary, input:not([type=checkbox], [type=range])')]
    .filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 0 && (width < ${TARGET} || height < ${TARGET}) && !element.closest('.table-scroller, .long-fact, .authors');
    })
    .map((element) => element.outerHTML.slice(0, 80))`);
}
