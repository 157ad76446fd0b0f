import { expect, it, onTestFinished } from 'vitest';

import { descriptionOf } from '../../src/tables/descriptions/descriptions.js';
import { Tables } from '../../src/tables/serving/tables.js';
import { verifyTable } from '../../src/tables/verifying/verify-table.js';
import { Operation } from '../../src/loading/operation/operation.js';
import { systemClock } from '../../src/upstream/clock.js';
import { createNcbiClients } from '../../src/upstream/create-clients.js';
import { RunningGateway } from '../support/running-gateway.js';
import { gene2pubmed, importText } from '../support/tables.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

it('verify finds missing and extra links and records that are gone, and what disagrees is not served', async () => {
  await using gateway = await RunningGateway.start();
  const { config, loaders, catalog } = gateway.gateway;
  const clients = createNcbiClients(config, { onRecordingFailure: () => undefined });
  onTestFinished(() => clients.close());
  const operation = new Operation({
    clock: systemClock,
    client: clients.default,
    deadline: Infinity,
    maxCalls: Infinity,
  });
  const link = catalog.linksFrom('gene').find(({ name }) => name === 'gene_pubmed');
  const linksOf = async (gene: string): Promise<readonly (readonly [string, string])[]> => {
    const found = link && (await loaders.links({ link, scored: false }, gene, operation));
    return [...(found?.uids ?? [])].map((pubmed) => [gene, pubmed] as const);
  };
  const [first, second, third] = [await linksOf('7157'), await linksOf('672'), await linksOf('675')];
  const temporary = await TemporaryFolder.create();
  onTestFinished(() => temporary[Symbol.asyncDispose]());
  const tablesDir = temporary.path;
  const table = gene2pubmed([...first, ['7157', 99], ...second.slice(1), ...third, [999_999_999, 15]]);
  await importText(tablesDir, 'gene2pubmed', table);
  // Of a gene in the list of all genes that is not in the table, it would be said that it has no links.
  await importText(tablesDir, 'gene_info', '#tax_id\tGeneID\tSymbol\n9606\t3845\tKRAS\n');
  const forgotten = await linksOf('3845');
  expect(forgotten.length).toBeGreaterThan(0);

  const { links } = await verifyTable(descriptionOf('gene2pubmed'), {
    tablesDir,
    catalog,
    loaders,
    operation,
    sample: 200,
  });

  expect(links.gene_pubmed).toMatchObject({
    sampled: 5,
    exact: 1,
    missing: { sources: 2, links: 1 + forgotten.length },
    extra: { sources: 2, links: 2 },
    agreement: 0.2,
  });
  expect(links.gene_pubmed?.examples).toContain(`672: missing in the table: ${second[0]?.[1] ?? ''}`);
  expect(links.gene_pubmed?.examples).toContain('7157: only in the table: 99');
  const tables = new Tables({ tablesDir, use: 'prefer', verifiedOnly: false, minAgreement: 0.99 });
  onTestFinished(() => tables.close());
  expect(tables.links({ name: 'gene_pubmed', from: 'gene', to: 'pubmed' }, '675')).toBeUndefined();
});
