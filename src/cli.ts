#!/usr/bin/env node
import { run } from './cli/run.js';
import { guardStandardStreams } from './cli/output/standard-streams.js';

guardStandardStreams();
// Node opens the port of its debugger at this signal, through which any user of the machine can run code here.
process.on('SIGUSR1', () => undefined);
process.exitCode = await run(process.argv.slice(2));
