import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { CHROMIUM, NO_BROWSER } from '../support/browser.js';
import { ExploreStage } from '../support/explore-stage.js';
import { ExploreVisitor } from '../support/explore-visitor.js';
import { GraphiqlVisitor } from '../support/graphiql-visitor.js';

describe.skipIf(NO_BROWSER)(`pages of gateways with other settings (needs ${CHROMIUM})`, () => {
  let stage: ExploreStage;
  beforeAll(async () => {
    stage = await ExploreStage.open();
  }, 120_000);
  afterAll(() => stage[Symbol.asyncDispose]());

  /** The operation of the last action. */
  const copied = async (visitor: ExploreVisitor): Promise<string> => {
    await visitor.tab('Query').click();
    await visitor.button('Copy query').click();
    await visitor.page.getByText('Copied.').waitFor();
    return visitor.page.evaluate<string>('navigator.clipboard.readText()');
  };

  describe('with TYPE_PREFIX', () => {
    it('finds, opens and expands records, and gives operations that name its types', async () => {
      await using gateway = await stage.start({ TYPE_PREFIX: 'Ncbi' });
      await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url);
      await visitor.find('TP53');
      await visitor.page.locator('.facts').getByText('Homo sapiens').waitFor();
      expect(await visitor.show('gene_pubmed')).toBe('25 of 110 drawn');
      const query = await copied(visitor);
      // Root fields and link fields lead to one type each, so no type is named.
      expect(query.match(/\.\.\. on \w+/g)).toBeNull();
      const { data, errors } = await gateway.query(query);
      expect(errors).toBeUndefined();
      expect(data?.gene.pubmed.edges).toHaveLength(25);

      // Several questions in one operation, which is put together in the page.
      await visitor.page.reload();
      await visitor.page.getByText('26 records, 25 links', { exact: true }).waitFor();
      expect(visitor.operations.at(-1)).toBe('OpenGraph');
      expect(visitor.complaints).toEqual([]);
    });

    it('names its trusted documents by the same ids', async () => {
      const manifest = join(stage.folder, 'manifest.json');
      await writeFile(manifest, '{}');
      await using gateway = await stage.start({ TYPE_PREFIX: 'Ncbi', TRUSTED_DOCUMENTS: manifest });
      await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url);
      await visitor.find('TP53');
      expect(await visitor.show('gene_pubmed')).toBe('25 of 110 drawn');
      // The first question was sent as a text, which the gateway refused.
      expect(visitor.operations).toEqual(['Catalog']);
    });

    it('opens examples in GraphiQL that name its types', async () => {
      await using gateway = await stage.start({ TYPE_PREFIX: 'Ncbi' });
      await using visitor = await GraphiqlVisitor.open(
        stage.browser,
        gateway.server.url,
        '/graphql#example=any-record',
      );
      const answer = await visitor.run();
      expect(answer.request().postDataJSON().query).toContain('...on NcbiRecord');
      expect((await answer.json()).errors).toBeUndefined();
    });
  });

  it('does not lead to GraphiQL where there is none', async () => {
    await using gateway = await stage.start({ GRAPHIQL: 'off' });
    await using visitor = await ExploreVisitor.open(stage.browser, gateway.server.url);
    await visitor.find('TP53');
    expect(await copied(visitor)).toContain('query ShowRecord');
    await visitor.tab('Routes').click();
    await visitor.page.getByLabel('To', { exact: true }).selectOption({ label: 'PubMed' });
    await visitor.button('Find routes').click();
    await visitor.page
      .getByRole('button', { name: /^Copy query of/ })
      .first()
      .waitFor();
    expect(await visitor.page.getByText('GraphiQL').count()).toBe(0);
  });
});
