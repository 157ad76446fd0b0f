import { readFile } from 'node:fs/promises';

import { describe, expect, it } from 'vitest';

import { CONFIGURATION, configurationReference, LLMS } from '../../scripts/build-configuration.js';
import { readConfig, settingList } from '../../src/config.js';
import { configWarnings } from '../../src/config/warnings.js';
import { LLMS_TEXT } from '../../src/server/pages/llms-text.js';
import { commandLines } from '../docs/command-line.js';

describe('docs/configuration.md', () => {
  it('is what npm run docs makes of the settings', async () => {
    expect(await readFile(CONFIGURATION, 'utf8')).toBe(await configurationReference());
  });

  it('has one heading per setting, with its meaning, flag, accepted values and default', async () => {
    const reference = await configurationReference();
    const headings = [...reference.matchAll(/^### `(\w+)`$/gm)].map(([, name]) => name);
    expect(headings.toSorted()).toEqual(settingList.map(({ name }) => name).toSorted());
    for (const { name, flag, meaning, expected, fallback } of settingList) {
      const [, entry = ''] = new RegExp(`^### \`${name}\`\\n([^#]*)`, 'm').exec(reference) ?? [];
      expect(entry.trim().split('\n')).toEqual([
        `${meaning}.`,
        '',
        `- Flag: \`${flag}\``,
        `- Accepts: ${expected}`,
        `- Default: ${fallback === undefined ? 'not set' : `\`${fallback}\``}`,
      ]);
      expect([meaning, expected]).not.toContain('');
    }
  });

  it('starts with a production configuration that raises no warning', async () => {
    const [, block = ''] = /```sh\n([^`]*)```/.exec(await configurationReference()) ?? [];
    const [line] = commandLines(block);
    const environment = line?.environment ?? {};
    expect(line?.words).toEqual(['entrez-graph', 'serve']);
    expect(configWarnings(readConfig(environment), environment)).toEqual([]);
  });
});

describe('llms.txt', () => {
  it('is what npm run docs makes of the text that the server sends', async () => {
    expect(await readFile(LLMS, 'utf8')).toBe(LLMS_TEXT);
  });
});
