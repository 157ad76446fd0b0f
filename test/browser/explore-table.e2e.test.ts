import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { SampleGraph } from '../../src/sandbox/sample-graph.js';
import { CHROMIUM, NO_BROWSER } from '../support/browser.js';
import { ExploreStage } from '../support/explore-stage.js';
import { ExploreVisitor } from '../support/explore-visitor.js';
import type { RunningGateway } from '../support/running-gateway.js';

const HUB = 10_000;

describe.skipIf(NO_BROWSER)(`the table of the page /explore (needs ${CHROMIUM})`, { timeout: 120_000 }, () => {
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

  const uids = ({ page }: ExploreVisitor): Promise<readonly string[]> =>
    page.locator('.table-scroller tbody td:nth-child(2)').allInnerTexts();
  const order = ({ page }: ExploreVisitor, label: string) => page.getByLabel('Order').selectOption({ label });

  it('lists all links of a record as the gateway orders and filters them, and shares the selection with the graph', async () => {
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url, '#show=gene:7157&at=gene:7157');
    const { page } = visitor;
    await visitor.counted();
    await visitor
      .link('gene_pubmed')
      .getByRole('button', { name: /^Table/ })
      .click();
    await page.locator('.table-scroller tbody tr').first().waitFor();
    expect(await page.locator('.table-scroller th').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('Title'), 'First author', expect.stringContaining('Year'), 'Journal']), // prettier-ignore
    );
    await order(visitor, 'Newest');
    const newest = (await gateway.query('{ gene(uid: "7157") { pubmed(first: 8, orderBy: DATE) { nodes { uid } } } }')).data?.gene.pubmed.nodes; // prettier-ignore
    await expect.poll(async () => (await uids(visitor)).slice(0, 8)).toEqual(newest.map(({ uid }: { uid: string }) => uid)); // prettier-ignore

    await page.getByLabel('From year').fill('2015');
    await page.getByLabel('To year').fill('2020');
    await visitor.button('Apply').click();
    const { data } = await gateway.query('{ gene(uid: "7157") { pubmed(filter: { publishedBetween: { from: "2015", to: "2020" } }) { totalCount } } }'); // prettier-ignore
    await page.getByText(`${data?.gene.pubmed.totalCount} records, filtered by years`, { exact: true }).waitFor();

    await page.locator('.table-scroller tbody tr').first().click();
    const [uid = ''] = await uids(visitor);
    await expect.poll(() => page.locator('.record-db').innerText()).toContain(uid);
    await visitor.button('Draw').click();
    await expect.poll(() => visitor.drawn()).toMatch(/^2 records/);
    expect(visitor.complaints).toEqual([]);
  });

  it('exports everything in each format, and says what that costs before it starts', async () => {
    const fragment = '#show=pubmed:26186194&table=pubmed:26186194.related&at=pubmed:26186194';
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url, fragment);
    const { page } = visitor;
    await page.locator('.table-scroller tbody tr').first().waitFor();
    const { data } = await gateway.query('{ pubmed(uid: "26186194") { related(first: 1000, orderBy: SCORE) { edges { score node { uid } } } } }'); // prettier-ignore
    const edges: readonly { readonly score: number; readonly node: { readonly uid: string } }[] = data?.pubmed.related.edges; // prettier-ignore
    const open = async (): Promise<void> => {
      await page.locator('.table-tools').getByRole('button', { name: 'Export table' }).click();
      await page
        .getByRole('dialog')
        .getByText(/requests?[.,]/)
        .waitFor();
    };
    const save = async (format: string): Promise<string> => {
      await open();
      return visitor.download(async () => {
        await page.getByRole('dialog').getByRole('button', { name: format, exact: true }).click();
      });
    };
    const rows = (await save('CSV')).trim().split('\r\n').slice(1);
    expect(rows.map((row) => row.split(',')[0])).toEqual(edges.map(({ node }) => node.uid));
    expect(rows[0]).toContain(`,${edges[0]?.score},`);
    expect((await save('UIDs')).trim().split('\n')).toHaveLength(edges.length);
    expect((await save('RIS')).match(/^TY {2}- JOUR/gm)).toHaveLength(edges.length);
    expect((await save('BibTeX')).match(/^@article\{pubmed/gm)).toHaveLength(edges.length);
    expect((await save('GraphML')).match(/<edge /g)).toHaveLength(edges.length);

    await page.locator('.table-scroller tbody input').first().check();
    expect((await save('UIDs')).trim()).toBe(edges[0]?.node.uid);
    await page.getByRole('button', { name: 'Copy 1 rows' }).click();
    await expect
      .poll(() => page.evaluate<string>('navigator.clipboard.readText()'))
      .toContain(`\n${edges[0]?.node.uid}\t`);
  });

  it('scrolls through 10,000 links with few rows in the document', async () => {
    await using hub = await stage.start({}, hubOf(HUB));
    await using visitor = await ExploreVisitor.open(stage.browser, hub.server.url, '#show=gene:1&table=gene:1.pubmed');
    const { page } = visitor;
    await page.getByText(`100 of ${HUB.toLocaleString('en')} loaded`).waitFor();
    const scroller = page.locator('.table-scroller');
    for (let step = 0; step < 8; step += 1) {
      await scroller.evaluate((element: { scrollTop: number; scrollHeight: number }) => {
        element.scrollTop = element.scrollHeight;
      });
      await expect.poll(() => loaded(visitor)).toBeGreaterThanOrEqual(100 * (step + 2));
    }
    expect(await page.locator('.table-scroller tbody tr').count()).toBeLessThan(100);
    // All of them need pages of a thousand, not hundreds of clicks.
    const before = visitor.operations.length;
    await page.locator('.table-tools').getByRole('button', { name: 'Export table' }).click();
    const text = await visitor.download(async () => {
      await page.getByRole('dialog').getByRole('button', { name: 'UIDs', exact: true }).click();
    });
    expect(new Set(text.trim().split('\n')).size).toBe(HUB);
    expect(visitor.operations.slice(before).filter((name) => name === 'ListUids')).toHaveLength(HUB / 1000);
  });

  it('says that a page could not be loaded, keeps the rows, and loads it again', async () => {
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url, '#show=gene:7157');
    const { page } = visitor;
    await expect.poll(() => visitor.drawn()).toBe('1 record, 0 links');
    await page.route('**/graphql', (route) => route.abort());
    await page.evaluate("location.hash = 'show=gene:7157&table=gene:7157.omim'");
    await page.locator('.table-pane').getByRole('alert').getByText("Couldn't load these records").waitFor();
    await page.unroute('**/graphql');
    await page.locator('.table-pane').getByRole('button', { name: 'Try again' }).click();
    await page.locator('.table-scroller tbody tr').first().waitFor();
    expect(await page.locator('.table-pane').getByRole('alert').count()).toBe(0);
  });
});

async function loaded({ page }: ExploreVisitor): Promise<number> {
  const text = await page.locator('.table-bar > [role=status]').innerText();
  return Number(/^([\d,]+) of/.exec(text)?.[1]?.replaceAll(',', '') ?? 0);
}

function hubOf(count: number): SampleGraph {
  const uids = Array.from({ length: count }, (_none, index) => String(1000 + index));
  return new SampleGraph({
    records: {
      gene: { 1: { symbol: 'HUB' } },
      pubmed: Object.fromEntries(uids.map((uid) => [uid, { title: `Paper ${uid}` }])),
    },
    links: { gene_pubmed: { 1: uids.join(' ') } },
    inverses: {},
  });
}
