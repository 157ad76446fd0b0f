import { Command } from 'commander';

import { TABLES } from '../../config/presets.js';
import { descriptionOf } from '../../tables/descriptions/descriptions.js';
import { dropTable } from '../../tables/importing/generations.js';
import { addSettings, configOf } from '../settings.js';
import { existingTablesDirOf } from './tables-dir.js';

export function dropCommand(): Command {
  const command = new Command('drop').argument('<name>', 'Table').description('Delete a table.');
  return addSettings(command, TABLES).action((name: string) => {
    dropTable(existingTablesDirOf(configOf(command, TABLES)), descriptionOf(name).name);
    process.stdout.write(`Dropped ${name}.\n`);
  });
}
