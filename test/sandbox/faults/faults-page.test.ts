import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { FAULT_NAMES, FAULTS } from '../../../src/sandbox/faults/faults.js';
import { faultsHelp } from '../../../src/sandbox/faults/help.js';

const page = readFileSync(new URL('../../../docs/sandbox.md', import.meta.url), 'utf8');
const [, section = ''] = page.split('## Fault injection');
const [listing = ''] = section.split('\n## ');

describe('the list of faults', () => {
  it('on the page of the sandbox has each fault with its effect and its utilities', () => {
    const cells = (row: string): readonly string[] => row.split('|').map((cell) => cell.trim());
    const rows = listing.split('\n').filter((line) => line.startsWith('| `'));
    const listed = rows.map(cells).filter(([, name = '']) => /^`[a-z0-9-]+`$/.test(name));
    expect(listed.map((row) => row.slice(1, 4))).toEqual(
      FAULT_NAMES.map((name) => {
        const { description, utilities } = FAULTS[name];
        return [`\`${name}\``, description, utilities?.join(', ') ?? 'all'];
      }),
    );
  });

  it('in the help of the command has each fault', () => {
    const help = faultsHelp();
    expect(FAULT_NAMES.filter((name) => !help.includes(`\n  ${name} `))).toEqual([]);
  });
});
