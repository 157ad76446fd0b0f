import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { CHROMIUM, NO_BROWSER } from '../support/browser.js';
import { ExploreStage } from '../support/explore-stage.js';
import { ExploreVisitor } from '../support/explore-visitor.js';
import type { RunningGateway } from '../support/running-gateway.js';

describe.skipIf(NO_BROWSER)(`the history of the page /explore (needs ${CHROMIUM})`, { timeout: 120_000 }, () => {
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

  it('walks through the actions with Back and Forward, Undo and Redo, by addresses that people can read', async () => {
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url);
    const { page } = visitor;
    await visitor.find('TP53');
    await visitor.show('gene_pubmed');
    await visitor.show('gene_omim');
    expect(new URL(page.url()).hash).toBe('#show=gene:7157&links=gene:7157.pubmed.25,gene:7157.omim.25&at=gene:7157');
    const both = await visitor.drawn();
    await page.goBack();
    await expect.poll(() => visitor.drawn()).toBe('26 records, 25 links');
    await visitor.button('Undo').click();
    await expect.poll(() => visitor.drawn()).toBe('1 record, 0 links');
    await visitor.button('Redo').click();
    await page.keyboard.press('Control+Shift+Z');
    await expect.poll(() => visitor.drawn()).toBe(both);
    expect(await visitor.button('Redo').isDisabled()).toBe(true);

    const operations = visitor.operations.length;
    await page.goBack();
    await page.goForward();
    await expect.poll(() => visitor.drawn()).toBe(both);
    expect(visitor.operations).toHaveLength(operations);
  });

  it('does not undo by a second click in the same place', async () => {
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url, '#show=gene:7157&at=gene:7157');
    const { page } = visitor;
    const button = visitor.shows('gene_omim');
    await button.scrollIntoViewIfNeeded();
    const box = await button.boundingBox();
    const at = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2] as const;
    await page.mouse.click(...at);
    await visitor.link('gene_omim').locator('.shown').waitFor();
    const drawn = await visitor.drawn();
    await page.mouse.click(...at);
    expect(await visitor.drawn()).toBe(drawn);
    expect(await button.innerText()).toContain('All drawn');
  });

  it('leaves the shortcuts of the browser alone, and knows its own in capitals', async () => {
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url, '#show=gene:7157&at=gene:7157');
    const { page } = visitor;
    await visitor.counted();
    await page.getByRole('application').focus();
    const prevented = (key: string, held = {}): Promise<boolean> =>
      page.evaluate<boolean>(`(() => {
        const options = { key: '${key}', bubbles: true, cancelable: true, ...${JSON.stringify(held)} };
        return !document.querySelector('.graph').dispatchEvent(new KeyboardEvent('keydown', options));
      })()`);
    for (const key of ['f', 'F', 'p', 'P', 's', 'Delete', 'ArrowLeft']) {
      expect(await prevented(key, { ctrlKey: true }), `Ctrl+${key}`).toBe(false);
      expect(await prevented(key, { metaKey: true }), `Command+${key}`).toBe(false);
    }
    expect(await visitor.button('Unpin').count()).toBe(0);
    // Capitals are those of the Shift key, or of Caps Lock, which no key is held for.
    await page.keyboard.press('Shift+P');
    await visitor.button('Unpin').waitFor();
    expect(await prevented('P')).toBe(true);
    await visitor.button('Pin').waitFor();
    expect(await prevented('F')).toBe(true);
    await page.keyboard.press('Control+Z');
    await visitor.button('Unpin').waitFor();
    expect(await visitor.drawn()).toBe('1 record, 0 links');
  });

  it('says of an unfiltered list that the filter is not applicable, and never that it is filtered', async () => {
    const fragment = '#show=gene:7157&links=gene:7157.pubmed.25&organism=Homo%20sapiens&at=gene:7157';
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url, fragment);
    await visitor.link('gene_pubmed').locator('.shown').waitFor();
    expect(await visitor.link('gene_pubmed').locator('.shown').innerText()).toBe(
      '25 of 110 drawn, organism not applicable',
    );
  });
});
