import { Command, Option } from 'commander';

import { DOCTOR, DOCTOR_SANDBOX } from '../config/presets.js';
import type { Config } from '../config.js';
import { type Sandbox, startSandbox } from '../sandbox/server.js';
import { openCatalog } from '../server/open-catalog.js';
import { createNcbiClients } from '../upstream/create-clients.js';
import { beliefsOf } from './doctor/beliefs.js';
import { examine, type Finding } from './doctor/examine.js';
import { Heard, Probe } from './doctor/probe.js';
import { describeFinding, describeSum, exitCodeOf } from './doctor/report.js';
import { EndedWith } from './output/ended-with.js';
import { addSettings, configOf, flagsTakenAway } from './settings.js';

const HELP = `
Sends some 30 requests, one per second unless --ncbi-rps says otherwise (NCBI_RPS is ignored). Each belief of the code is
compared with what NCBI does today: it holds, differs, or NCBI's answers could not tell. A belief that differs is checked a
second time.

The typed summary fields of some databases stand for all. --full reads one record of each, and checks what few depend on
(the links of more databases, the links out of NCBI): some 70 requests.

--record writes the exchanges without keys, e-mail and caller addresses. Attach the folder and the output of --json to a
bug report; sandbox --replay serves the folder.

Exit codes: 0 all hold, 1 one differs, 3 none differs but some could not tell, 2 misuse.`;

/** The pace unless a flag sets another: NCBI's limit belongs to the gateway that may be running beside this. */
const REQUESTS_PER_SECOND = '1';
/** The sandbox may be asked as fast as it answers. */
const SANDBOX_REQUESTS_PER_SECOND = '100';

interface Flags {
  readonly sandbox?: true;
  readonly full?: true;
  readonly json?: true;
  readonly record?: string;
}

export function doctorCommand(): Command {
  const command = new Command('doctor')
    .addOption(
      new Option('--sandbox', 'Check the built-in sandbox instead of NCBI').conflicts(
        flagsTakenAway(DOCTOR_SANDBOX, DOCTOR),
      ),
    )
    .option('--full', 'Check every database, in some 70 requests')
    .option('--json', 'Print JSON')
    .option('--record <folder>', 'Folder to record the exchanges to, without secrets')
    .addHelpText('after', HELP);
  return addSettings(command, DOCTOR).action(async (flags: Flags) => {
    const config = readFlags(command, flags);
    const sandbox = flags.sandbox ? await startSandbox({ rps: 1000 }) : undefined;
    try {
      const code = exitCodeOf(await examineAndPrint(sandbox ? configFor(sandbox, config) : config, flags));
      if (code !== 0) {
        throw new EndedWith(code);
      }
    } finally {
      await sandbox?.close();
    }
  });
}

function readFlags(command: Command, { sandbox, record }: Flags): Config {
  const NCBI_RPS = sandbox ? SANDBOX_REQUESTS_PER_SECOND : REQUESTS_PER_SECOND;
  const config = configOf(command, sandbox ? DOCTOR_SANDBOX : DOCTOR, { NCBI_RPS });
  return record === undefined ? config : { ...config, RECORD_DIR: record };
}

function configFor({ url }: Sandbox, config: Config): Config {
  return { ...config, NCBI_BASE_URL: url };
}

async function examineAndPrint(config: Config, flags: Flags): Promise<readonly Finding[]> {
  const full = flags.full === true;
  const json = flags.json === true;
  const catalog = openCatalog(config);
  const heard = new Heard();
  const ncbiClients = createNcbiClients(config, {
    wrap: (transport) => heard.listenTo(transport),
    onRecordingFailure: (message) => {
      process.stderr.write(`${message}\n`);
    },
  });
  const findings: Finding[] = [];
  try {
    const probe = new Probe(ncbiClients.default, heard, new AbortController().signal);
    for await (const finding of examine(beliefsOf(catalog, full), probe)) {
      findings.push(finding);
      if (!json) {
        process.stdout.write(`${describeFinding(finding)}\n`);
      }
    }
  } finally {
    await ncbiClients.close();
  }
  const report = {
    upstream: config.NCBI_BASE_URL,
    requestsPerSecond: config.rps,
    full,
    endedAt: new Date().toISOString(),
    beliefs: findings,
  };
  process.stdout.write(
    json
      ? `${JSON.stringify(report, undefined, 2)}\n`
      : `${describeSum(findings)}${full ? '' : ' Check every database with --full.'}\n`,
  );
  return findings;
}
