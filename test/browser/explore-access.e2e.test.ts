import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { CHROMIUM, NO_BROWSER } from '../support/browser.js';
import { ExploreStage } from '../support/explore-stage.js';
import { ExploreVisitor } from '../support/explore-visitor.js';

const TOKEN = 'token-of-the-visitor-0123456789';
const KEY = 'key-of-the-visitor';

describe.skipIf(NO_BROWSER)(`/explore where not everybody gets in (needs ${CHROMIUM})`, () => {
  let stage: ExploreStage;
  beforeAll(async () => {
    stage = await ExploreStage.open();
  }, 120_000);
  afterAll(() => stage[Symbol.asyncDispose]());

  const file = async (name: string, text: string): Promise<string> => {
    const path = join(stage.folder, name);
    await writeFile(path, text);
    return path;
  };
  const enter = async ({ page }: ExploreVisitor, entries: Readonly<Record<string, string>>): Promise<void> => {
    await page.getByRole('button', { name: 'API key' }).first().click();
    for (const [label, text] of Object.entries(entries)) {
      await page.getByLabel(label).fill(text);
    }
    await page.getByRole('button', { name: 'Save' }).click();
  };

  it('asks for a token where one is needed, and keeps it in this tab only', async () => {
    await using gateway = await stage.start({ AUTH_TOKENS_FILE: await file('tokens', `anna:${TOKEN}\n`) });
    await using visitor = await ExploreVisitor.come(stage.browser, gateway.server.url);
    const { page } = visitor;
    await page.getByRole('alert').getByText('This gateway requires a token').waitFor();
    await enter(visitor, { 'Gateway token': TOKEN });
    await visitor.search.waitFor();
    await visitor.find('TP53');
    await page.reload();
    await page.getByRole('heading', { name: 'TP53' }).waitFor();

    expect(page.url()).not.toContain(TOKEN);
    expect(await page.evaluate<string>('JSON.stringify({ ...localStorage })')).not.toContain(TOKEN);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByRole('alert').getByText('This gateway requires a token').waitFor();

    await visitor.button('API key').click();
    await visitor.button('Clear both').click();
    expect(await page.evaluate<string>('JSON.stringify({ ...sessionStorage })')).not.toContain(TOKEN);
    await page.reload();
    await page.getByRole('alert').getByText('This gateway requires a token').waitFor();
  });

  it("asks NCBI with the visitor's own key, and says when NCBI does not know it", async () => {
    await using gateway = await stage.start();
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url);
    await enter(visitor, { 'NCBI API key': KEY });
    const asked = visitor.page.waitForRequest(`${gateway.server.url}/graphql`);
    await visitor.find('TP53');
    expect(await (await asked).headerValue('x-ncbi-api-key')).toBe(KEY);
    // The limit of a key, and not the 50 of this gateway.
    await visitor.page.getByText('NCBI limit: 10 requests a second').waitFor();

    await enter(visitor, { 'NCBI API key': 'invalid-key' });
    const id = Buffer.from('gene:675').toString('base64url');
    await visitor.page.evaluate(`location.hash = 'show=${id}&at=${id}'`);
    const note = visitor.page.locator('.tab-panel').getByRole('alert').first();
    await note.getByText('NCBI does not know this API key. Correct it under API key.').waitFor();
    expect(await note.innerText()).toContain('INVALID_API_KEY');
    await note.getByRole('button', { name: 'API key' }).click();
    await visitor.page.getByRole('dialog').getByLabel('NCBI API key').fill(KEY);
    await visitor.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await visitor.page.getByRole('heading', { name: 'BRCA2' }).waitFor();
    await visitor.counted();
  });

  it('says when a visitor may ask again', async () => {
    await using gateway = await stage.start({ REQUESTS_PER_MINUTE: '3' });
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url);
    for (let index = 0; index < 3; index += 1) {
      await gateway.query('{ __typename }');
    }
    await visitor.search.fill('TP53');
    const note = visitor.page.locator('.suggestions').getByRole('alert');
    const said = await note.innerText();
    expect(said).toMatch(/You've reached this gateway's request limit\. Try again in \d+ s\..*QUOTA_EXCEEDED/s);
    // It counts down.
    await expect.poll(() => note.innerText()).not.toBe(said);
  });

  it('asks documents by their ids where only trusted ones are answered', async () => {
    await using gateway = await stage.start({ TRUSTED_DOCUMENTS: await file('manifest.json', '{}') });
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url);
    await visitor.find('TP53');
    await visitor.show('gene_pubmed');
    await visitor.show('gene_omim');
    await visitor.select('p53 mutations in cancer');
    const drawn = await visitor.drawn();
    const { hash } = new URL(visitor.page.url());
    // The first question was sent as a text, which the gateway refused.
    expect(visitor.operations).toEqual(['Catalog']);

    // Several questions at once are so many operations here.
    await using other = await ExploreVisitor.open(stage.browser, gateway.server.url, hash);
    await other.page.getByText(drawn, { exact: true }).waitFor();
    await other.page.getByRole('heading', { name: 'p53 mutations in cancer' }).waitFor();
    expect(other.operations).toEqual(['Catalog']);
    await other.tab('Query').click();
    await other.page.getByText('This gateway accepts only trusted documents.').waitFor();

    await using closed = await stage.start({ TRUSTED_DOCUMENTS: join(stage.folder, 'manifest.json'), EXPLORE: 'off' });
    expect((await fetch(`${closed.server.url}/explore`)).status).toBe(404);
    const body = JSON.stringify({ documentId: Object.keys(await documents(stage.explore))[0] });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${closed.server.url}/graphql`, { method: 'POST', headers, body });
    expect((await answer.json()).errors[0].extensions.code).toBe('DOCUMENT_NOT_TRUSTED');
  });
});

async function documents(path: string): Promise<Readonly<Record<string, string>>> {
  return JSON.parse(await readFile(join(path, 'documents.json'), 'utf8'));
}
