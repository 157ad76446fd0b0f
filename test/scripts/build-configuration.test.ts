import { readFile } from 'node:fs/promises';

import { describe, expect, it } from 'vitest';

import { CONFIGURATION, configurationReference } from '../../scripts/build-configuration.js';
import { settingList } from '../../src/config.js';

describe('docs/configuration.md', () => {
  it('is what npm run docs makes of the settings', async () => {
    expect(await readFile(CONFIGURATION, 'utf8')).toBe(await configurationReference());
  });

  it('says of each setting once what it means, what it accepts and what it is by default', async () => {
    const reference = await configurationReference();
    for (const { name, flag, meaning, expected, fallback } of settingList) {
      const rows = reference.split('\n').filter((line) => line.startsWith(`| \`${name}\` `));
      const cells = rows.map((row) => row.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|')));
      const standard = fallback === undefined ? '' : `\`${fallback}\``;
      expect(cells).toEqual([['', `\`${name}\``, `\`${flag}\``, meaning, expected, standard, '']]);
      expect([meaning, expected]).not.toContain('');
    }
  });
});
