import { once } from 'node:events';

import { Command } from 'commander';

import { TABLES } from '../../config/presets.js';
import { descriptionOf } from '../../tables/descriptions/descriptions.js';
import { openCurrent } from '../../tables/storage/open-current.js';
import { addSettings, configOf } from '../settings.js';
import { tablesDirOf } from './tables-dir.js';

export function exportCommand(): Command {
  const command = new Command('export')
    .argument('<name>', 'Table')
    .description('Write the links of a table to standard output, as TSV: link name, source, target.');
  return addSettings(command, TABLES).action(async (name: string) => {
    const { edges } = descriptionOf(name);
    const generation = openCurrent(tablesDirOf(configOf(command, TABLES)), name);
    try {
      await write('#link_name\tsource\ttarget\n');
      for (const { forward } of edges) {
        for (const [source, targets] of generation.all(forward)) {
          await write([...targets].map((target) => `${forward}\t${source}\t${target}\n`).join(''));
        }
      }
    } finally {
      await generation.close();
    }
  });
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) {
    await once(process.stdout, 'drain');
  }
}
