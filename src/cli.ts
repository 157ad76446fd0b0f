#!/usr/bin/env node
import { run } from './cli/run.js';
import { guardStandardStreams } from './cli/output/standard-streams.js';

guardStandardStreams();
process.exitCode = await run(process.argv.slice(2));
