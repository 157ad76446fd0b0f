import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { exampleLink, groupExamples, readExamples } from '../../../src/server/pages/examples.js';
import { TemporaryFolder } from '../../support/temporary-folder.js';

describe('the examples', () => {
  it('are the documents of the folder and of its cookbook, each with the sentence that introduces it', async () => {
    await using folder = await TemporaryFolder.create();
    await mkdir(join(folder.path, 'cookbook'));
    await writeFile(join(folder.path, 'b.graphql'), '# What is e.g. 1.5 of it,\n# and how. More.\nquery B { b }\n');
    await writeFile(join(folder.path, 'a.graphql'), '# Which is it?\nquery A { a } # Here.\n');
    await writeFile(join(folder.path, 'cookbook', 'c.graphql'), '# No end\nquery C { c }\n');
    await writeFile(join(folder.path, 'notes.md'), '# Notes.');
    const examples = readExamples(`${folder.path}/`);
    expect(examples.map(({ name, title }) => [name, title])).toEqual([
      ['a', 'Which is it?'],
      ['b', 'What is e.g. 1.5 of it, and how.'],
      ['cookbook/c', 'No end'],
    ]);
    expect(examples[0]?.query).toBe('# Which is it?\nquery A { a } # Here.\n');
  });

  it('open in GraphiQL by their names', () => {
    expect(exampleLink('cookbook/a-domain')).toBe('/graphql#example=cookbook/a-domain');
    expect(readExamples().map(({ name }) => name)).toContain('first-look');
  });

  it('stand in one group each', () => {
    const names = groupExamples(readExamples()).flatMap(([, members]) => members.map(({ name }) => name));
    expect(names.toSorted()).toEqual(
      readExamples()
        .map(({ name }) => name)
        .toSorted(),
    );
  });

  it('introduce themselves in a sentence that fits a menu', () => {
    for (const { name, title } of readExamples()) {
      expect(title, name).toMatch(/^[A-Z].{10,180}[.?]$/);
    }
  });
});
