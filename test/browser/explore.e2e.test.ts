import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { parseFaults } from '../../src/sandbox/faults/parse-faults.js';
import { SampleGraph } from '../../src/sandbox/sample-graph.js';
import { CHROMIUM, NO_BROWSER } from '../support/browser.js';
import { ExploreStage } from '../support/explore-stage.js';
import { ExploreVisitor } from '../support/explore-visitor.js';
import type { RunningGateway } from '../support/running-gateway.js';
import { keepScreenshot } from '../support/screenshots.js';

const PAPERS =
  'query ($filter: LinkFilter) { gene(uid: "7157") { pubmed(first: 25, filter: $filter) { totalCount nodes { uid } } } }';

describe.skipIf(NO_BROWSER)(`the page /explore in a browser (needs ${CHROMIUM})`, () => {
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

  it('finds TP53, counts its links, draws 25 papers and the related papers of one by their scores', async () => {
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url);
    await visitor.find('TP53');
    await visitor.page.getByRole('heading', { name: 'TP53' }).waitFor();
    const { data } = await gateway.query('{ gene(uid: "7157") { linkCounts { name count } } }');
    for (const { name, count } of data?.gene.linkCounts) {
      expect(await visitor.link(name).locator('.count').innerText(), name).toBe(count.toLocaleString('en'));
    }
    expect(await visitor.drawn()).toBe('1 record, 0 links');

    expect(await visitor.show('gene_pubmed')).toBe('25 of 110 drawn');
    expect(await visitor.drawn()).toBe('26 records, 25 links');
    await visitor.shows('gene_pubmed').click();
    await visitor.page.getByText('50 of 110 drawn').waitFor();

    await visitor.select('p53 mutations in cancer');
    expect(await visitor.show('pubmed_pubmed')).toMatch(/^25 of \d+ drawn, best scores first$/);
    const scores = scoresOf(await visitor.export('JSON'));
    expect(scores).toHaveLength(25);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(visitor.operations).toEqual(['Catalog', 'Suggest', 'ShowRecord', 'ListLinks', 'ListLinks', 'ShowRecord', 'ReadArticle', 'ListLinks']); // prettier-ignore
    expect(visitor.complaints).toEqual([]);
    await keepScreenshot(visitor.page, 'explore');
  });

  it('narrows neighbours down by year, with the true total', async () => {
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url);
    await visitor.find('TP53');
    await visitor.show('gene_pubmed');
    await visitor.page.getByLabel('From year').fill('2010');
    const last = visitor.page.getByLabel('To year');
    await last.fill('2009');
    await visitor.button('Apply').click();
    const problem = `document.querySelector('[aria-label="To year"]').validationMessage`;
    expect(await visitor.page.evaluate<string>(problem)).toBe('The last year is before the first');
    await last.fill('2012');
    await visitor.button('Apply').click();
    await visitor.page.getByText(/drawn, filtered by/).waitFor();

    const filter = { publishedBetween: { from: '2010', to: '2012' } };
    const { data } = await gateway.query(PAPERS, { filter });
    const { totalCount, nodes } = data?.gene.pubmed;
    expect(totalCount).toBeLessThan(110);
    expect(await visitor.link('gene_pubmed').locator('.shown').innerText()).toBe(
      `${nodes.length} of ${totalCount} drawn, filtered by years, ${110 - Number(totalCount)} hidden`,
    );
    expect(await visitor.drawn()).toBe(`${Number(nodes.length) + 1} records, ${nodes.length} links`);
    await visitor.button('Undo').click();
    await visitor.page.getByText('25 of 110 drawn').waitFor();
  });

  it('leaves out links with low scores', async () => {
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url);
    await visitor.find('26186194');
    await visitor.show('pubmed_pubmed');
    const scores = scoresOf(await visitor.export('JSON'));
    const middle = scores[Math.floor(scores.length / 2)] ?? 0;
    await visitor.page.getByLabel('Min. score').fill(String(middle));
    await visitor.button('Apply').click();
    await visitor.page.getByText(/drawn, filtered by/).waitFor();
    expect(scoresOf(await visitor.export('JSON'))).toEqual(scores.filter((score) => score >= middle));
  });

  it('has a slider for the least score, over a histogram of the scores that are there', async () => {
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url);
    const { page } = visitor;
    const slider = page.getByRole('slider', { name: 'Minimum score' });
    await visitor.find('26186194');
    expect(await slider.count()).toBe(0);
    await visitor.show('pubmed_pubmed');
    const scores = scoresOf(await visitor.export('JSON'));
    expect(await slider.getAttribute('min')).toBe(String(scores.at(-1)));
    expect(await slider.getAttribute('max')).toBe(String(scores[0]));
    expect(await slider.getAttribute('aria-valuetext')).toBe('any score');
    const bars = (kind: string): Promise<number> => page.locator(`.score-slider rect.${kind}`).count();
    expect([await bars('kept'), await bars('left-out')]).toEqual([24, 0]);

    await slider.press('PageUp');
    const shown = visitor.link('pubmed_pubmed').locator('.shown');
    await expect.poll(() => shown.innerText()).toMatch(/drawn, .*filtered by score, \d+ hidden/);
    const least = Number(await page.getByLabel('Min. score').inputValue());
    expect(await bars('left-out')).toBeGreaterThan(0);
    const kept = scoresOf(await visitor.export('JSON'));
    expect(kept).toEqual(expect.arrayContaining(scores.filter((score) => score >= least)));
    expect(Math.min(...kept)).toBeGreaterThanOrEqual(least);
    // The histogram is of all scores that are known, not only of those that are left.
    expect(Number(await slider.getAttribute('min'))).toBeLessThan(least);

    await slider.press('Home');
    await expect.poll(() => shown.innerText()).not.toContain('hidden');
    expect(scoresOf(await visitor.export('JSON'))).toEqual(scores);
    expect(visitor.complaints).toEqual([]);
  });

  it('gives the query of the last action, which says the same elsewhere and opens in GraphiQL', async () => {
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url);
    await visitor.find('TP53');
    await visitor.show('gene_pubmed');
    await visitor.tab('Query').click();
    await visitor.button('Copy query').click();
    await visitor.page.getByText('Copied.').waitFor();
    const query = await visitor.page.evaluate<string>('navigator.clipboard.readText()');
    const { data, errors } = await gateway.query(query);
    expect(errors).toBeUndefined();
    const { data: expected } = await gateway.query(PAPERS);
    expect(data?.gene.pubmed.edges.map(({ node }: { node: { uid: string } }) => node.uid)).toEqual(
      expected?.gene.pubmed.nodes.map(({ uid }: { uid: string }) => uid),
    );

    const opened = visitor.page.context().waitForEvent('page');
    await visitor.page.getByRole('link', { name: /Open in GraphiQL/ }).click();
    const graphiql = await opened;
    await graphiql.getByText('ListLinks').first().waitFor();
    await graphiql.getByRole('button', { name: /execute/i }).click();
    await graphiql.getByText('"totalCount"').first().waitFor();
  });

  it('says what an action cost', async () => {
    await using fresh = await stage.start();
    await using visitor = await ExploreVisitor.open(stage.browser, fresh.server.url);
    await visitor.find('TP53');
    const before = fresh.sandbox.requests.length;
    await visitor.show('gene_pubmed');
    const made = fresh.sandbox.requests.length - before;
    await visitor.page.getByText(`Show gene_pubmed: ${made} request`).waitFor();
    await visitor.page.getByText('NCBI limit: 50 requests a second').waitFor();
    await visitor.page.getByText('sample data').waitFor();
    // Nothing of what was or will be: neither goes stale while the page is idle.
    expect(await visitor.page.locator('footer').innerText()).toMatch(
      /^\d+ records, \d+ links\s+Show gene_pubmed: \d+ requests?(, \d+ from cache)?, [\d.]+ m?s\s+NCBI limit: 50 requests a second$/,
    );
  });

  it('shows of an article what is read: authors, identifiers with their pages, abstract, pages elsewhere', async () => {
    const fragment = '#show=pubmed:15034147&at=pubmed:15034147';
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url, fragment);
    const { page } = visitor;
    await visitor.counted();
    await page.locator('.record-db').getByText('Edgar 2004').waitFor();
    expect(await page.locator('.authors').innerText()).toBe('Edgar RC');
    for (const [name, address] of [
      ['15034147', 'https://pubmed.ncbi.nlm.nih.gov/15034147/'],
      ['PMC390337', 'https://pmc.ncbi.nlm.nih.gov/articles/PMC390337/'],
      ['10.1093/nar/gkh340', 'https://doi.org/10.1093/nar/gkh340'],
    ] as const) {
      expect(await page.getByRole('link', { name }).first().getAttribute('href')).toBe(address);
    }
    const { data } = await gateway.query('{ pubmed(uid: "15034147") { abstract linkOut { provider { name } } } }');
    await page.locator('.abstract').getByText(data?.pubmed.abstract, { exact: true }).waitFor();
    await visitor.button('Find pages').click();
    await page.locator('.outside li').getByText(data?.pubmed.linkOut[0].provider.name).first().waitFor();
    // The graph has the short name; the rest comes with the pointer.
    const { x = 0, y = 0, width = 0, height = 0 } = (await page.locator('.graph canvas').boundingBox()) ?? {};
    await expect
      .poll(async () => {
        // The room for the legend lifts the record above the middle.
        await page.mouse.move(x + width / 2, y + height / 2);
        await page.mouse.move(x + width / 2, y + height / 2 - 20);
        return page.locator('.hover-card').allInnerTexts();
      })
      .toEqual([expect.stringContaining('Edgar 2004 MUSCLE: multiple sequence alignment')]);
    expect(visitor.complaints).toEqual([]);
  });

  it('moves with the pointer, stays where it is when a record in sight is selected, and pins what is dragged', async () => {
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url, '#show=gene:7157');
    const { page } = visitor;
    await page.getByText('1 record, 0 links').waitFor();
    const { x: left = 0, y: top = 0, width = 0, height = 0 } = (await page.locator('.graph canvas').boundingBox()) ?? {}; // prettier-ignore
    // The room for the legend lifts the record above the middle.
    const start = [left + width / 2, top + height / 2 - 20] as const;
    const moved = [start[0] + 60, start[1] + 40] as const;
    const dropped = [moved[0] - 40, moved[1] + 50] as const;
    /** The record that is drawn at a place. */
    const at = async (place: readonly [number, number]): Promise<readonly string[]> => {
      await page.mouse.move(...place);
      await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
      return page.locator('.hover-card strong').allInnerTexts();
    };
    const drag = async (from: readonly [number, number], to: readonly [number, number]): Promise<void> => {
      await page.mouse.move(...from);
      await page.mouse.down();
      await page.mouse.move(...to, { steps: 3 });
      await page.mouse.up();
    };
    await expect.poll(() => at(start)).toEqual(['TP53']);
    await drag([left + 5, top + 5], [left + 65, top + 45]);
    expect([await at(start), await at(moved)]).toEqual([[], ['TP53']]);

    const heading = page.getByRole('heading', { name: 'TP53' });
    await page.mouse.click(left + 5, top + 5);
    await heading.waitFor({ state: 'detached' });
    await visitor.select('TP53');
    expect(await at(moved)).toEqual(['TP53']);
    await page.mouse.click(left + 5, top + 5);
    await heading.waitFor({ state: 'detached' });
    await page.mouse.click(...moved);
    await heading.waitFor();
    expect(await at(moved)).toEqual(['TP53']);

    await drag(moved, dropped);
    await visitor.button('Unpin').waitFor();
    expect([await at(moved), await at(dropped)]).toEqual([[], ['TP53']]);
    expect(visitor.complaints).toEqual([]);
  });

  it('exports what is drawn as CSV, GraphML, JSON, SVG and PNG', async () => {
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url);
    await visitor.find('TP53');
    await visitor.show('gene_omim');
    const links = Number.parseInt((await visitor.drawn()).split(', ')[1] ?? '', 10);
    expect(links).toBeGreaterThan(0);
    expect((await visitor.export('CSV of links')).toString().trim().split('\r\n')).toHaveLength(links + 1);
    expect((await visitor.export('GraphML')).toString().match(/<edge /g)).toHaveLength(links);
    expect(JSON.parse((await visitor.export('JSON')).toString()).links).toHaveLength(links);
    expect((await visitor.export('SVG picture')).toString().match(/<line /g)).toHaveLength(links);
    expect((await visitor.export('PNG picture')).subarray(1, 4).toString()).toBe('PNG');
    expect(visitor.complaints).toEqual([]);
  });

  it('comes back from its address, in one operation', async () => {
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url);
    await visitor.find('TP53');
    await visitor.show('gene_pubmed');
    await visitor.show('gene_omim');
    await visitor.select('p53 mutations in cancer');
    await visitor.button('Pin').click();
    const drawn = await visitor.drawn();
    const { hash } = new URL(visitor.page.url());

    await using other = await ExploreVisitor.open(stage.browser, gateway.server.url, hash);
    await other.page.getByText(drawn, { exact: true }).waitFor();
    await other.page.getByRole('heading', { name: 'p53 mutations in cancer' }).waitFor();
    await other.button('Unpin').waitFor();
    await expect.poll(() => other.painted()).toBeGreaterThan(1000);
    expect(other.operations).toEqual(['Catalog', 'OpenGraph', 'ReadArticle']);
  });

  it('finds the shortest route between two records, and can undo', async () => {
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url);
    await visitor.find('TP53');
    await visitor.show('gene_pubmed');
    await visitor.show('gene_omim');
    await visitor.select('p53 mutations in cancer');
    await visitor.button('Start path here').click();
    await visitor.select('OSTEOSARCOMA');
    await visitor.button('Path from p53 mutations in cancer').click();
    await visitor.page.getByText('From p53 mutations in cancer to OSTEOSARCOMA in 2 steps').waitFor();
    expect(await visitor.page.locator('.route li').allInnerTexts()).toEqual(['gene_pubmed ← TP53', 'gene_omim → OSTEOSARCOMA']); // prettier-ignore

    const before = await visitor.drawn();
    await visitor.button('Remove').click();
    await expect.poll(() => visitor.drawn()).not.toBe(before);
    await visitor.page.keyboard.press('Control+z');
    await expect.poll(() => visitor.drawn()).toBe(before);
  });

  it('can be used without a mouse', async () => {
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url);
    await visitor.find('TP53');
    await visitor.shows('gene_omim').press('Enter');
    await visitor.link('gene_omim').locator('.shown').waitFor();
    await visitor.page.getByRole('application').focus();
    await visitor.page.keyboard.press('ArrowRight');
    await expect.poll(() => visitor.page.locator('.record-db').innerText()).toContain('OMIM');
    const before = await visitor.drawn();
    await visitor.page.keyboard.press('Delete');
    await expect.poll(() => visitor.drawn()).not.toBe(before);
    await visitor.tab('Record').press('ArrowRight');
    await visitor.page.locator('.record-list').first().waitFor();
  });

  it('is light or dark as the system is, until the visitor chooses', async () => {
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url);
    const theme = (): Promise<string | null> => visitor.page.locator('html').getAttribute('data-theme');
    await visitor.page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(theme).toBe('dark');
    await visitor.button('Switch between light and dark').click();
    expect(await theme()).toBe('light');
    await visitor.page.reload();
    await visitor.search.waitFor();
    expect(await theme()).toBe('light');
  });

  it('shows a failure of NCBI as one, and not as no links, and tries again', async () => {
    await using failing = await stage.start();
    await using visitor = await ExploreVisitor.open(stage.browser, failing.server.url);
    failing.sandbox.faults.set(parseFaults('http-500:gene_clinvar'));
    await visitor.find('TP53');
    const counted = visitor.link('gene_clinvar');
    expect(await counted.locator('.count').innerText()).toBe('failed');
    expect(await counted.getByRole('alert').innerText()).toMatch(/Couldn't count these links.*UPSTREAM_UNAVAILABLE/s);
    expect(await visitor.link('gene_pubmed').locator('.count').innerText()).toBe('110');

    failing.sandbox.faults.set(parseFaults('http-500:summary'));
    await visitor.shows('gene_omim').click();
    const unread = visitor.link('gene_omim').getByRole('alert');
    await unread.getByText("Couldn't read some of these records").waitFor();
    expect(await visitor.drawn()).toMatch(/^1\d records/);

    failing.sandbox.faults.set([]);
    await expect
      .poll(
        async () => {
          // The gateway leaves a service that failed alone for some seconds.
          await unread.getByRole('button').click();
          await visitor.page.locator('.status .progress').waitFor({ state: 'detached' });
          return unread.count();
        },
        { timeout: 30_000, interval: 500 },
      )
      .toBe(0);
    await visitor.tab('List').click();
    await visitor.page.locator('.record-list').getByText('OSTEOSARCOMA').waitFor();
    await visitor.tab('Record').click();
    await counted.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => counted.locator('.count').innerText()).toBe('19');
  });

  it('says when the gateway itself is gone', async () => {
    const gone = await stage.start();
    await using visitor = await ExploreVisitor.open(stage.browser, gone.server.url);
    await visitor.find('TP53');
    await gone[Symbol.asyncDispose]();
    await visitor.shows('gene_pubmed').click();
    expect(await visitor.link('gene_pubmed').getByRole('alert').innerText()).toContain('GATEWAY_UNREACHABLE');
  });

  it('draws 25 of the 10,000 links of a hub, and no more reach the page', async () => {
    await using hub = await stage.start({}, hubOf(10_000));
    await using visitor = await ExploreVisitor.open(stage.browser, hub.server.url);
    await visitor.find('HUB');
    expect(await visitor.link('gene_pubmed').locator('.count').innerText()).toBe('10,000');
    const answer = visitor.page.waitForResponse((response) => response.request().postData()?.includes('ListLinks') === true); // prettier-ignore
    expect(await visitor.show('gene_pubmed')).toBe('25 of 10,000 drawn');
    expect((await (await answer).body()).byteLength).toBeLessThan(50_000);
    // The page still answers: it undoes, and draws again what it knows.
    await visitor.button('Undo').click();
    await expect.poll(() => visitor.drawn()).toBe('1 record, 0 links');
    expect(visitor.complaints).toEqual([]);
  });

  it('draws 2,000 records', async () => {
    await using hub = await stage.start({}, hubOf(2000));
    const fragment = '#show=gene:1&links=gene:1.pubmed.1000,gene:2.pubmed.1000';
    await using visitor = await ExploreVisitor.open(stage.browser, hub.server.url, fragment);
    await visitor.page.getByText('2,002 records, 2,000 links').waitFor();
    // Each of the records takes some points, wherever the settling graph is.
    await expect.poll(() => visitor.painted()).toBeGreaterThan(2002 * 10);
    await keepScreenshot(visitor.page, 'explore-2000');
  });
});

/** Two genes that share papers out between them, the first half to the first; or one gene with all of them. */
function hubOf(count: number): SampleGraph {
  const uids = Array.from({ length: count }, (_none, index) => String(1000 + index));
  const papers = Object.fromEntries(uids.map((uid) => [uid, { title: `Paper ${uid}` }]));
  const shared: Readonly<Record<string, string>> =
    count > 2000
      ? { 1: uids.join(' ') }
      : { 1: uids.slice(0, count / 2).join(' '), 2: uids.slice(count / 2).join(' ') };
  return new SampleGraph({
    records: { gene: { 1: { symbol: 'HUB' }, 2: { symbol: 'SECOND' } }, pubmed: papers },
    links: { gene_pubmed: shared },
    inverses: {},
  });
}

function scoresOf(json: Buffer): readonly number[] {
  const { links } = JSON.parse(json.toString()) as {
    links: readonly { readonly linkName: string; readonly score: number }[];
  };
  return links.filter(({ linkName }) => linkName === 'pubmed_pubmed').map(({ score }) => score);
}
