import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { barriers } from '../support/accessibility.js';
import { CHROMIUM, NO_BROWSER } from '../support/browser.js';
import { ExploreStage } from '../support/explore-stage.js';
import { ExploreVisitor } from '../support/explore-visitor.js';
import type { RunningGateway } from '../support/running-gateway.js';
import { keepScreenshot } from '../support/screenshots.js';

const FIRST = 'ClinVar → Gene → Structure';

describe.skipIf(NO_BROWSER)(`routes on the page /explore (needs ${CHROMIUM})`, () => {
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

  it('lists how to get from one database to another, by the keyboard alone and without asking NCBI', async () => {
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url);
    const { page } = visitor;
    await visitor.tab('Record').press('ArrowLeft');
    const asked = gateway.sandbox.requests.length;
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('ClinV');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Structure');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('10 routes from ClinVar to Structure, best first').waitFor();
    expect(await page.locator('.routes > li').count()).toBe(10);
    expect(await page.locator('.routes h3').first().innerText()).toBe(FIRST);
    expect(await page.locator('.routes > li').first().locator('code').allInnerTexts()).toEqual([
      'clinvar_gene',
      'gene_structure',
    ]);
    expect(visitor.operations).toEqual(['Catalog', 'FindRoutes']);
    expect(gateway.sandbox.requests).toHaveLength(asked);
    expect(visitor.complaints).toEqual([]);
    expect(await barriers(page)).toEqual([]);
    await keepScreenshot(visitor.page, 'explore-routes');
    await visitor.button('Switch between light and dark').click();
    expect(await barriers(page)).toEqual([]);
    await keepScreenshot(visitor.page, 'explore-routes-dark');
  });

  it('gives the operation of a route, which GraphiQL opens and asks for the record', async () => {
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url);
    await visitor.tab('Routes').click();
    await find(visitor, 'ClinVar', 'Structure');
    await visitor.button(`Copy query of ${FIRST}`).click();
    await visitor.page.getByText('Copied.').waitFor();
    const query = await visitor.page.evaluate<string>('navigator.clipboard.readText()');
    const { data } = await gateway.query('{ routes(from: clinvar, to: structure, first: 1) { query } }');
    expect(query).toBe(data?.routes[0].query);

    const opened = visitor.page.context().waitForEvent('page');
    await visitor.page.getByRole('link', { name: `Open in GraphiQL ${FIRST}` }).click();
    const graphiql = await opened;
    await graphiql.getByText('ClinVarToGeneToStructure').first().waitFor();
    await graphiql.getByText('"uid"').first().waitFor();
  });

  it('starts from the selected record, whose hops can be followed one by one', async () => {
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url);
    const { page } = visitor;
    await visitor.find('TP53');
    await visitor.tab('Routes').click();
    expect(await page.getByLabel('From', { exact: true }).inputValue()).toBe('gene');
    await find(visitor, undefined, 'Structure');
    const route = 'Gene → Protein → Structure';
    await visitor.button(`Copy query of ${route}`).click();
    await page.getByText('Copied.').waitFor();
    const query = await page.evaluate<string>('navigator.clipboard.readText()');
    const { data, errors } = await gateway.query(query);
    expect(errors).toBeUndefined();
    expect(data?.gene).toMatchObject({ uid: '7157' });
    expect(data?.gene.protein.nodes.length).toBeGreaterThan(0);

    const hops = page.locator('.routes > li').filter({ hasText: route });
    const follow = hops.getByRole('button', { name: 'Follow gene_protein from TP53' });
    await follow.press('Enter');
    await page.getByText('14 records, 13 links').waitFor();
    expect(await follow.getAttribute('aria-pressed')).toBe('true');
    expect(visitor.complaints).toEqual([]);
    await keepScreenshot(visitor.page, 'explore-routes-followed');
    await follow.press('Enter');
    await page.getByText('1 record, 0 links').waitFor();
  });

  it('follows a route to its end in one query, with counts for each hop', async () => {
    const fragment = '#show=gene:7157&at=gene:7157';
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url, fragment);
    const { page } = visitor;
    await visitor.counted();
    await visitor.tab('Routes').click();
    await find(visitor, undefined, 'Structure');
    const before = visitor.operations.length;
    await visitor.button('Follow to the end: Gene → Protein → Structure from TP53').click();
    const counts = page.getByRole('status', { name: 'Links of each hop' }).or(page.locator('.hop-counts'));
    await expect
      .poll(() => counts.locator('li').first().innerText())
      .toMatch(/^gene_protein: 13 links of 1 record, 5 followed$/);
    expect(await counts.locator('li').last().innerText()).toMatch(/^protein_structure: \d+ links? of 5 records/);
    await expect.poll(() => visitor.drawn()).toMatch(/^[6-9]|1\d records/);
    expect(visitor.operations.slice(before)[0]).toBe('GeneToProteinToStructure');
    expect(await barriers(page)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });

  it('says so when no links lead there', async () => {
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url);
    await visitor.tab('Routes').click();
    await find(visitor, 'Gene', 'SeqAnnot');
    await visitor.page.getByText('No links lead from Gene to SeqAnnot in three steps or fewer.').waitFor();
    expect(await visitor.page.locator('.routes > li').count()).toBe(0);
  });

  it('says so when routes cannot be asked for, and asks again', async () => {
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url);
    await visitor.tab('Routes').click();
    await visitor.page.route('**/graphql', (route) => route.abort());
    await find(visitor, 'Gene', 'PubMed');
    await visitor.page.getByRole('alert').getByText("Couldn't find routes").waitFor();
    await visitor.page.unroute('**/graphql');
    await visitor.button('Try again').click();
    await visitor.page.getByText('routes from Gene to PubMed').waitFor();
    expect(await visitor.page.getByRole('alert').count()).toBe(0);
  });
});

async function find({ page }: ExploreVisitor, from: string | undefined, to: string): Promise<void> {
  if (from !== undefined) {
    await page.getByLabel('From', { exact: true }).selectOption({ label: from });
  }
  await page.getByLabel('To', { exact: true }).selectOption({ label: to });
  await page.getByRole('button', { name: 'Find routes' }).click();
}
