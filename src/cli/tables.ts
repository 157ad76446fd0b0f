import { Command } from 'commander';

import { dropCommand } from './tables/drop.js';
import { exportCommand } from './tables/export.js';
import { importCommand, updateCommand } from './tables/import.js';
import { listCommand } from './tables/list.js';
import { verifyCommand } from './tables/verify.js';

export function tablesCommand(): Command {
  return new Command('tables')
    .addCommand(importCommand())
    .addCommand(updateCommand())
    .addCommand(listCommand())
    .addCommand(verifyCommand())
    .addCommand(dropCommand())
    .addCommand(exportCommand());
}
