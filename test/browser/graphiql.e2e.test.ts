import { stripIgnoredCharacters } from 'graphql';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { exampleLink, operationsOf, readExamples } from '../../src/server/pages/examples.js';
import { CHROMIUM, NO_BROWSER } from '../support/browser.js';
import { GraphiqlVisitor } from '../support/graphiql-visitor.js';
import { RunningGateway } from '../support/running-gateway.js';
import { keepScreenshot } from '../support/screenshots.js';

/**
 * Examples of every form, and the errors they show on purpose. That the page holds the text of all of them, and that all
 * of them run, is stated without a browser.
 */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  'search-then-link': [],
  'cookbook/a-list-with-mistakes': ['BAD_USER_INPUT', 'UNKNOWN_ID'],
};

describe.skipIf(NO_BROWSER)(`GraphiQL in a browser (needs ${CHROMIUM})`, () => {
  let gateway: RunningGateway;
  let browser: Browser;
  beforeAll(async () => {
    gateway = await RunningGateway.start();
    browser = await chromium.connect(inject('browser').endpoint);
  });
  afterAll(async () => {
    await browser.close();
    await gateway[Symbol.asyncDispose]();
  });

  describe('one visit', () => {
    let visitor: GraphiqlVisitor;
    beforeAll(async () => {
      visitor = await GraphiqlVisitor.open(browser, gateway.server.url);
    });
    afterAll(() => visitor[Symbol.asyncDispose]());

    it('loads from the gateway alone, opens with examples in tabs and shows the answer to the first', async () => {
      const { page } = visitor;
      expect(await visitor.tabs()).toEqual(['FirstLook', 'ClosestArticles', 'ManyGenes', 'SearchToGenes']);
      // What GraphiQL itself asks for is no operation of the visitor, and the bar leaves the editor whole.
      expect(await page.locator('#cost').innerText()).toBe('');
      const tools = await page.locator('.graphiql-editor-tools').boundingBox();
      expect((tools?.y ?? Infinity) + (tools?.height ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
      await visitor.run();
      await page.getByText('"TP53"').first().waitFor();
      await expect.poll(() => page.locator('#cost').innerText()).toMatch(/^\d+ calls, \d+\.\d s, sample data$/);
      // Headers are folded until somebody needs them.
      await page.getByRole('button', { name: 'Show editor tools' }).waitFor();
      expect(await page.title()).toContain('entrez-graph');
      expect(visitor.complaints).toEqual([]);
      await keepScreenshot(visitor.page, 'graphiql');
    });

    it('fits a phone: the answer stands below the query, and nothing beside the screen', async () => {
      const { page } = visitor;
      await page.setViewportSize({ width: 390, height: 844 });
      await visitor.run();
      await page.getByText('"TP53"').first().waitFor();
      await page.getByText('Examples', { exact: true }).click();
      await keepScreenshot(visitor.page, 'graphiql-390');
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
      const [query, answer] = await Promise.all([visitor.query.boundingBox(), page.locator('.graphiql-response').boundingBox()]); // prettier-ignore
      expect(answer?.y).toBeGreaterThanOrEqual((query?.y ?? 0) + (query?.height ?? 0));
      expect(answer?.width).toBeGreaterThan(300);
      expect(answer?.height).toBeGreaterThan(150);
      await page.keyboard.press('Escape');
      await page.setViewportSize({ width: 1400, height: 900 });
    });

    it('has the explorer of fields', async () => {
      await visitor.page.getByRole('button', { name: 'Show GraphiQL Explorer' }).click();
      await visitor.page.locator('.graphiql-explorer-root').getByText('rateLimit').first().waitFor();
      await visitor.page.getByRole('button', { name: /Documentation Explorer/ }).click();
      await visitor.page.locator('.graphiql-doc-explorer-search input').fill('papers');
      const found = visitor.page.locator('[data-cy="doc-explorer-list"] [data-cy="doc-explorer-option"]');
      await expect.poll(async () => (await found.allInnerTexts()).slice(0, 2)).toEqual(['Gene.pubmed', 'Query.pubmed']);
      expect(visitor.complaints).toEqual([]);
    });

    it('opens the examples of its menu in tabs beside the others', async () => {
      for (const time of ['first', 'second']) {
        await visitor.page.getByText('Examples', { exact: true }).click();
        await visitor.page.getByRole('link', { name: 'cited-in' }).click();
        await visitor.page.locator('.graphiql-tab-active', { hasText: 'CitedIn' }).waitFor();
        expect(
          (await visitor.tabs()).filter((tab) => tab === 'CitedIn'),
          time,
        ).toHaveLength(1);
      }
      await visitor.page.getByText('Examples', { exact: true }).click();
      await visitor.page.keyboard.press('Escape');
      await visitor.page.getByRole('link', { name: 'cited-in' }).waitFor({ state: 'hidden' });
    });
  });

  it('opens a query with its variables from a link, and keeps what is in the editor in the address', async () => {
    const link = `/graphql#${new URLSearchParams({
      query: 'query Linked($uid: ID!) { gene(uid: $uid) { symbol } }',
      variables: '{ "uid": "672" }',
    }).toString()}`;
    await using visitor = await GraphiqlVisitor.open(browser, gateway.server.url, link);
    expect(await visitor.tabs()).toContain('Linked');
    expect(await (await visitor.run()).json()).toMatchObject({ data: { gene: { symbol: 'BRCA1' } } });
    const { hash } = new URL(visitor.page.url());
    expect(new URLSearchParams(hash.slice(1)).get('variables')).toContain('672');
    await visitor.page.reload();
    await visitor.execute.waitFor();
    expect(await (await visitor.run()).json()).toMatchObject({ data: { gene: { symbol: 'BRCA1' } } });

    await visitor.goto(exampleLink('no-such-example'));
    await visitor.page.getByText('There is no example no-such-example.').waitFor();
    await visitor.goto(`/graphql?${new URLSearchParams({ query: 'query Old { __typename }' }).toString()}`);
    expect(await (await visitor.run()).json()).toMatchObject({ data: { __typename: 'Query' } });
  });

  it("sends the caller's own key and does not keep it", async () => {
    await using visitor = await GraphiqlVisitor.open(browser, gateway.server.url, exampleLink('rate-limit'));
    await visitor.page.getByRole('button', { name: 'Headers' }).click();
    const editor = visitor.page.locator('.graphiql-editor-tool .graphiql-editor').filter({ hasText: 'x-ncbi-api-key' });
    await editor.getByText('Your own NCBI key').first().waitFor();
    await visitor.write(editor, '{ "x-ncbi-api-key": "secret-of-the-visitor" }');
    const response = await visitor.run();
    expect(await response.request().headerValue('x-ncbi-api-key')).toBe('secret-of-the-visitor');
    expect((await response.json()).errors).toBeUndefined();
    // The tabs are stored half a second after a change.
    await expect.poll(() => visitor.page.evaluate<string>('localStorage.getItem("graphiql:tabState") ?? ""')).toContain('RateLimit'); // prettier-ignore
    await visitor.page.reload();
    await visitor.execute.waitFor();
    const stored = await visitor.page.evaluate<string>('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])');
    expect(stored).not.toContain('secret-of-the-visitor');
    expect(visitor.page.url()).not.toContain('secret-of-the-visitor');
  });

  it.each(Object.entries(EXAMPLES))('opens the example %s by its link, ready to run', async (name, codes) => {
    const query = readExamples().find((example) => example.name === name)?.query ?? '';
    await using visitor = await GraphiqlVisitor.open(browser, gateway.server.url, exampleLink(name));
    const [first = '', ...others] = operationsOf(query);
    await visitor.page.locator('.graphiql-tab-active', { hasText: first }).waitFor();
    const answer = await visitor.run(others.length > 0 ? first : undefined);
    expect(stripIgnoredCharacters(query)).toContain(answer.request().postDataJSON().query);
    const { data, errors = [] } = await answer.json();
    expect(data).toBeTruthy();
    expect(errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code)).toEqual(codes);
    expect(visitor.complaints).toEqual([]);
  });
});
