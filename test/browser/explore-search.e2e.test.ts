import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { SampleGraph } from '../../src/sandbox/sample-graph.js';
import { CHROMIUM, NO_BROWSER } from '../support/browser.js';
import { ExploreStage } from '../support/explore-stage.js';
import { ExploreVisitor } from '../support/explore-visitor.js';
import type { RunningGateway } from '../support/running-gateway.js';

describe.skipIf(NO_BROWSER)(`the search of the page /explore (needs ${CHROMIUM})`, { timeout: 120_000 }, () => {
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

  it('opens the record that bears the text as its name, and lets the visitor choose where none does', async () => {
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url);
    const { page, search } = visitor;
    await page.locator('body').press('/');
    await page.keyboard.type('BRCA1');
    await search.press('Enter');
    await page.getByRole('heading', { name: 'BRCA1', exact: true }).waitFor();

    await search.fill('p53 mutations');
    await search.press('Enter');
    await page.getByText('No exact match: choose a result.').waitFor();
    await expect.poll(() => search.getAttribute('aria-activedescendant')).toBe('suggestion-0');
    await page.getByText(/Looked up as name, words about genes, words in papers\./).waitFor();
    expect(await page.locator('.record-db').innerText()).toContain('672');
    await search.press('Enter');
    await expect.poll(() => page.locator('.record-db').innerText()).toContain('PubMed');

    // On a low screen, too, the suggestion that the keyboard is at is in sight.
    await page.setViewportSize({ width: 1440, height: 260 });
    await search.fill('p53 mutations');
    await page.locator('#suggestions li').first().waitFor();
    await search.press('ArrowUp');
    await search.press('ArrowUp');
    const last = page.locator('#suggestions [aria-selected=true]');
    const [item, list] = await Promise.all([last.boundingBox(), page.locator('.suggestions').boundingBox()]);
    expect((item?.y ?? Infinity) + (item?.height ?? 0)).toBeLessThanOrEqual((list?.y ?? 0) + (list?.height ?? 0));
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole('button', { name: /^Papers in a table \(\d+\)$/ }).click();
    await page.getByRole('heading', { name: 'Papers: p53 mutations' }).waitFor();
    const { data } = await gateway.query('{ search { pubmed(term: "p53 mutations", sort: RELEVANCE) { totalCount nodes { uid } } } }'); // prettier-ignore
    await page.getByText(`${data?.search.pubmed.totalCount} records`, { exact: true }).waitFor();
    expect(await page.locator('.table-scroller tbody td:nth-child(2)').first().innerText()).toBe(data?.search.pubmed.nodes[0].uid); // prettier-ignore
    expect(new URL(page.url()).hash).toContain('table=search.pubmed.p53%20mutations');

    await search.fill('https://www.ncbi.nlm.nih.gov/gene/675');
    await search.press('Enter');
    await page.getByRole('heading', { name: 'BRCA2', exact: true }).waitFor();
  });

  it('puts the exact name first, whatever else the text occurs in, and gives a list for words', async () => {
    const human = { taxid: '9606', organism: 'Homo sapiens' };
    const records = {
      gene: {
        17295: { symbol: 'Met', name: 'met proto-oncogene', taxid: '10090', organism: 'Mus musculus' },
        4233: { symbol: 'MET', name: 'MET proto-oncogene', ...human },
        56339: { symbol: 'METTL3', name: 'methyltransferase 3', aliases: ['MET'], ...human },
        83990: { symbol: 'BRIP1', name: 'BRCA1 interacting helicase 1', ...human },
        672: { symbol: 'BRCA1', name: 'BRCA1 DNA repair associated', ...human },
      },
      pubmed: { 1001: { title: 'MET' }, 1002: { title: 'MET and the met receptor' }, 1003: { title: 'Met exon 14' } },
      taxonomy: { 9606: { scientificName: 'Homo sapiens' }, 10090: { scientificName: 'Mus musculus' } },
    };
    await using named = await stage.start({}, new SampleGraph({ records, links: {}, inverses: {} }));
    await using visitor = await ExploreVisitor.open(stage.browser, named.server.url);
    const { page, search } = visitor;
    for (const symbol of ['MET', 'met', 'BRCA1', 'BRIP1']) {
      await search.fill(symbol);
      await search.press('Enter');
      await page.getByRole('heading', { name: symbol.toUpperCase(), exact: true }).waitFor();
    }
    await search.fill('MET');
    await page.locator('#suggestions li').nth(1).waitFor();
    expect(await page.locator('#suggestions li').first().innerText()).toMatch(/MET proto-oncogene.*exact/s);

    const shown = await visitor.drawn();
    await search.fill('MET receptor');
    await search.press('Enter');
    await page.getByText('No exact match: choose a result.').waitFor();
    expect(await visitor.drawn()).toBe(shown);
  });

  it('says that a search failed without the machinery of NCBI, and searches again', async () => {
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url);
    const { page, search } = visitor;
    await page.route('**/graphql', (route) => route.abort());
    await search.fill('TP53');
    const note = page.locator('.suggestions').getByRole('alert');
    await note.getByText('Some searches failed').waitFor();
    await page.unroute('**/graphql');
    await note.getByRole('button', { name: 'Try again' }).click();
    await page.locator('#suggestions li').first().waitFor();

    await search.fill('zzzzzz nothing');
    await page.getByText('No results in the sample data.').waitFor();
  });

  it('works where the browser forbids storage or holds something else in it', async () => {
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url);
    const { page } = visitor;
    await page.evaluate(
      "sessionStorage.setItem('entrez-graph-access', '{damaged'); localStorage.setItem('entrez-graph-theme', 'purple')",
    );
    await page.reload();
    await visitor.find('TP53');
    await page.addInitScript(`for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });
    }`);
    await page.reload();
    await page.getByRole('heading', { name: 'TP53' }).waitFor();
    await visitor.button('Switch between light and dark').click();
    expect(visitor.complaints).toEqual([]);
  });
});
