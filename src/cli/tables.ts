import { Command } from 'commander';

import { dropCommand } from './tables/drop.js';
import { exportCommand } from './tables/export.js';
import { importCommand, updateCommand } from './tables/import.js';
import { listCommand } from './tables/list.js';
import { verifyCommand } from './tables/verify.js';

export function tablesCommand(): Command {
  return new Command('tables')
    .description('Manage tables of links that NCBI publishes, which answer without a call.')
    .addCommand(importCommand())
    .addCommand(updateCommand())
    .addCommand(listCommand())
    .addCommand(verifyCommand())
    .addCommand(dropCommand())
    .addCommand(exportCommand());
}
