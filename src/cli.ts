#!/usr/bin/env node
import { Command, CommanderError } from 'commander';

import { catalogCommand } from './cli/catalog.js';
import { demoCommand } from './cli/demo.js';
import { sandboxCommand } from './cli/sandbox.js';
import { schemaCommand } from './cli/schema.js';
import { serveCommand } from './cli/serve.js';
import { ConfigError } from './config.js';

const program = new Command('entrez-graph')
  .description("One typed GraphQL API over the link graph of NCBI's Entrez databases.")
  .showHelpAfterError('(entrez-graph --help shows what there is)')
  .exitOverride()
  .configureOutput({ outputError: (text, write) => { write(text); } });

for (const command of [serveCommand(), demoCommand(), sandboxCommand(), schemaCommand(), catalogCommand()]) {
  program.addCommand(command.exitOverride());
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode;
  } else if (error instanceof ConfigError) {
    process.stderr.write(`entrez-graph: ${error.message}\n`);
    process.exitCode = 2;
  } else {
    process.stderr.write(`entrez-graph: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
