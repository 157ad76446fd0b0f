import { once } from 'node:events';

import { Command } from 'commander';

import { TABLES } from '../../config/presets.js';
import { descriptionOf } from '../../tables/descriptions/descriptions.js';
import { EXPORT_HEADER } from '../../tables/reading/header.js';
import { INCOMPLETE } from '../../tables/storage/manifest.js';
import { openCurrent } from '../../tables/storage/open-current.js';
import { EndedWith } from '../output/ended-with.js';
import { READER_GONE } from '../output/standard-streams.js';
import { addSettings, configOf } from '../settings.js';
import { existingTablesDirOf } from './tables-dir.js';

export function exportCommand(): Command {
  const command = new Command('export')
    .argument('<name>', 'Table')
    .description(
      'Write the links of a table to standard output, as TSV: link name, source, target; then its facts, as JSON.',
    );
  return addSettings(command, TABLES).action(async (name: string) => {
    const { edges, facts = [] } = descriptionOf(name);
    const generation = openCurrent(existingTablesDirOf(configOf(command, TABLES)), name);
    try {
      await write(EXPORT_HEADER);
      for (const { forward } of edges) {
        for (const [source, targets] of generation.all(forward)) {
          await write(
            [...targets]
              .filter((target) => target !== INCOMPLETE)
              .map((target) => `${forward}\t${source}\t${target}\n`)
              .join(''),
          );
        }
      }
      for (const fact of facts) {
        for (const [source, text] of generation.allFacts(fact)) {
          await write(
            (JSON.parse(text) as unknown[]).map((each) => `${fact}\t${source}\t${JSON.stringify(each)}\n`).join(''),
          );
        }
      }
    } finally {
      generation.close();
    }
  });
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) {
    await once(process.stdout, 'drain').catch((error: unknown) => {
      throw (error as NodeJS.ErrnoException).code === 'EPIPE' ? new EndedWith(READER_GONE) : error;
    });
  }
}
