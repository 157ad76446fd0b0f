import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { schemaCommand } from '../../src/cli/schema.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

/** What the command writes into a file. */
async function written(...flags: readonly string[]): Promise<string> {
  await using folder = await TemporaryFolder.create();
  const out = join(folder.path, 'schema.graphql');
  await schemaCommand()
    .exitOverride()
    .parseAsync([...flags, '--out', out], { from: 'user' });
  return await readFile(out, 'utf8');
}

describe('entrez-graph schema', () => {
  it('prints the schema in the repository, which is no subgraph', async () => {
    const sdl = await written();
    expect(sdl).toBe(await readFile(new URL('../../schema/schema.graphql', import.meta.url), 'utf8'));
    expect(sdl).not.toContain('@key');
  });

  it('--subgraph names the newest version of Federation, and --federation 2.3 the oldest without costs', async () => {
    const newest = await written('--subgraph');
    expect(newest).toMatch(/@link\(url: "https:\/\/specs\.apollo\.dev\/federation\/v2\.9"/);
    expect(newest).toContain('@cost(');
    const oldest = await written('--subgraph', '--federation', '2.3');
    expect(oldest).toMatch(/federation\/v2\.3"/);
    expect(oldest).not.toMatch(/@cost\(|@listSize\(/);
  });

  it('--databases prints a slice of some databases', async () => {
    const slice = await written('--subgraph', '--databases', ' pubmed, gene');
    expect(slice).toMatch(/^type Gene implements Node & Record/m);
    expect(slice).not.toMatch(/^type (?:Snp|Protein|RecordConnection)\b/m);
  });

  it('--root-field and --type-prefix keep its names apart from those of a larger graph, also in a slice', async () => {
    const flags = ['--subgraph', '--root-field', 'ncbi', '--type-prefix', 'Ncbi', '--databases', 'gene'];
    const sdl = await written(...flags);
    expect(/^type Query[^{]*\{([^}]*)\}/m.exec(sdl)?.[1]).toMatch(/^\s*(?:"""[^"]*"""\s*)?ncbi: NcbiEntrez!\s*\S*\s*$/);
    expect(sdl).toMatch(/^type NcbiGene /m);
    expect(sdl).not.toMatch(/^type Gene /m);
  });

  it.each([
    [['--databases', 'gene'], 'Add --subgraph'],
    [['--federation', '2.3'], 'Add --subgraph'],
    [['--root-field', 'ncbi'], 'Add --subgraph'],
    [['--subgraph', '--databases', 'gene,nothing'], 'Unknown database "nothing" in --databases'],
    [['--subgraph', '--databases', ''], 'Unknown database "" in --databases'],
    [['--subgraph', '--federation', '2.4'], 'one of 2.9, 2.3'],
    [['--subgraph', '--root-field', 'gene'], '"gene" is a field of Query already'],
    [['--subgraph', '--root-field', 'Ncbi'], 'a lower-case letter'],
    [['--type-prefix', 'ncbi'], 'a capital letter'],
  ])('refuses %j', async (flags, message) => {
    await expect(written(...flags)).rejects.toThrow(message);
  });
});
