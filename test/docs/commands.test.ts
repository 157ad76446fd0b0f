import { existsSync, readdirSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { readConfig, settingList } from '../../src/config.js';
import { parseFaults } from '../../src/sandbox/faults/parse-faults.js';
import config from '../../vitest.config.js';
import { readFile, readPages } from './pages.js';
import { BROUGHT, standardOutputOf } from './reader.js';
import { shellsOf, stays } from './shells.js';

const ROOT = new URL('../../', import.meta.url);
const lines = readPages()
  .flatMap(shellsOf)
  .flatMap((shell) => shell.lines);
/** Programs whose lines are run by snippets.e2e.test.ts, or looked at below. */
const LOOKED_AT = ['entrez-graph', 'curl', 'npx vitest'];
/** Commands that take long or have effects, and where they are run instead: a file and what it says. */
const ELSEWHERE: Readonly<Record<string, readonly [file: string, words: string]>> = {
  'npm ci': ['.ci/run', ' npm ci\n'],
  'npm ci --prefix examples/federation': ['.ci/run', 'npm ci --prefix examples/federation'],
  'npm start --prefix examples/federation': ['test/federation/running-example.ts', 'start.js'],
  'npm start': ['test/cli/process.e2e.test.ts', "'serve'"],
  'npm test': ['.ci/run', 'npx vitest run\n'],
  'npm run check': ['.ci/run', "step 'checks' check\n"],
  'npm run demo': ['test/cli/process.e2e.test.ts', "'demo', '--once'"],
  'npm run format': ['package.json', 'npm run format:check'],
  'npm run build': ['.ci/run', 'npm run --silent build'],
  'docker build --tag entrez-graph .': ['Dockerfile', 'CMD ["serve"]'],
  'docker run --init --read-only --publish 127.0.0.1:4000:4000 --env NCBI_EMAIL --env NCBI_API_KEY entrez-graph': [
    'Dockerfile',
    'HOST=0.0.0.0 PORT=4000',
  ],
  'docker compose up --build': ['compose.yaml', "ports: ['127.0.0.1:4000:4000']"],
};

describe('commands in the documentation', () => {
  it('are known, one by one', () => {
    const unknown = lines
      .map(({ words }) => words.join(' '))
      .filter((line) => !(line in ELSEWHERE) && !LOOKED_AT.some((program) => line.startsWith(`${program} `)));
    expect(unknown).toEqual([]);
  });

  it('of entrez-graph work as typed in a checkout, which has no such program on its path', () => {
    const own = lines.filter(({ words }) => words[0] === 'entrez-graph');
    expect(own.length).toBeGreaterThan(5);
    expect(own.map(({ text }) => text).filter((text) => !text.includes('npx entrez-graph '))).toEqual([]);
  });

  it('that are run elsewhere are run there', () => {
    for (const { words } of lines) {
      const [file, says = ''] = ELSEWHERE[words.join(' ')] ?? [];
      if (file !== undefined) {
        expect(readFile(file), words.join(' ')).toContain(says);
      }
    }
  });

  it('set what is a setting, to what it accepts', () => {
    const settings: readonly string[] = settingList.map(({ name }) => name);
    const setting = lines.filter(({ environment }) => Object.keys(environment).length > 0);
    expect(setting.length).toBeGreaterThan(2);
    for (const { environment, text } of setting) {
      expect(settings, text).toEqual(expect.arrayContaining(Object.keys(environment)));
      const { AUTH_TOKENS_FILE, TRUSTED_DOCUMENTS } = readConfig(environment);
      for (const file of [AUTH_TOKENS_FILE, TRUSTED_DOCUMENTS]) {
        expect(file === undefined || file in BROUGHT || existsSync(new URL(file, ROOT)), file).toBe(true);
      }
    }
  });

  it('of entrez-graph that stay have the flags that they are given', async () => {
    for (const { words, text } of lines.filter((line) => line.words[0] === 'entrez-graph' && stays(line))) {
      const [, command = '', ...rest] = words;
      const help = await standardOutputOf([command, '--help']);
      for (const flag of rest.filter((word) => word.startsWith('--'))) {
        expect(help, text).toContain(` ${flag} `);
      }
      const faults = rest.indexOf('--faults') + 1;
      expect(faults === 0 || parseFaults(rest[faults] ?? '').length > 0, text).toBe(true);
    }
  });

  it('of vitest name files and projects that exist', () => {
    const projects = config.test?.projects?.map((each) =>
      typeof each === 'object' && 'test' in each ? each.test.name : '',
    );
    for (const { words, text } of lines.filter(({ words: [first] }) => first === 'npx')) {
      const path = words.find((word) => word.startsWith('test/'));
      expect(path === undefined || existsSync(new URL(path, ROOT)), text).toBe(true);
      const project = words.indexOf('--project') + 1;
      expect(project === 0 || projects?.includes(words[project]), text).toBe(true);
    }
  });
});

describe('.ci/run', () => {
  it('runs every check of npm run check', () => {
    const { scripts } = JSON.parse(readFile('package.json')) as { scripts: Record<string, string> };
    const checks =
      scripts.check?.split(' && ').map((command) => command.replace('npm run ', 'npm run --silent ')) ?? [];
    expect(checks.length).toBeGreaterThan(4);
    const script = readFile('.ci/run');
    expect(checks.filter((command) => !script.includes(`${command} &\n`) && !script.includes(`${command}\n`))).toEqual(
      [],
    );
  });

  it('fails where a set of tests would be skipped', () => {
    const switches = readdirSync(new URL('test/', ROOT), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) =>
        [...readFile(`test/${file}`).matchAll(/process\.env\.(REQUIRE_\w+)/g)].map(([, name]) => name),
      );
    expect(switches.length).toBeGreaterThan(3);
    expect(switches.filter((name) => !readFile('.ci/run').includes(`${String(name)}=1`))).toEqual([]);
  });
});

describe('docs/command-line.md', () => {
  it('names every command', async () => {
    const help = await standardOutputOf(['--help']);
    const commands = [...(help.split('Commands:')[1] ?? '').matchAll(/^ {2}(\w+)/gm)].map(([, name = '']) => name);
    expect(commands.length).toBeGreaterThan(4);
    const page = readFile('docs/command-line.md');
    expect(commands.filter((name) => name !== 'help' && !page.includes(`\`entrez-graph ${name}`))).toEqual([]);
  });
});
