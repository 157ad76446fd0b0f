/**
 * Writes the reference of all settings from what `src/config.ts` says of them. Run as `npm run docs`; it writes
 * `docs/configuration.md`.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { format, resolveConfig } from 'prettier';

import { type SettingName, settingList } from '../src/config.js';

export const CONFIGURATION = fileURLToPath(new URL('../docs/configuration.md', import.meta.url));

interface Topic {
  readonly title: string;
  readonly about?: string;
  readonly settings: readonly SettingName[];
}

const INTRODUCTION = `# Configuration

Each setting of \`entrez-graph serve\` is an environment variable and a flag. The flag wins; a blank variable counts as unset. An
invalid value stops start-up with exit code 2 and a one-line message. Per-request options, such as a caller's API key, are
[request headers](requests.md#headers).

Made by \`npm run docs\` from \`src/config.ts\`.
`;

const TOPICS: readonly Topic[] = [
  {
    title: 'NCBI',
    about:
      'NCBI counts requests by key, or by address where there is none. Processes that it counts together and that ' +
      'share no `REDIS_URL` must share `NCBI_RPS` out among them.',
    settings: [
      'NCBI_BASE_URL',
      'NCBI_API_KEY',
      'NCBI_TOOL',
      'NCBI_EMAIL',
      'NCBI_RPS',
      'NCBI_MAX_IN_FLIGHT',
      'NCBI_TIMEOUT_MS',
      'LINK_FUSION',
      'RECORD_DIR',
    ],
  },
  {
    title: 'Server',
    settings: ['HOST', 'PORT', 'GRAPHIQL', 'EXPLORE', 'INTROSPECTION', 'TYPE_PREFIX'],
  },
  {
    title: 'Limits of one operation',
    about: 'A caller may ask for less time and fewer calls in the headers of a request, never for more.',
    settings: ['DEADLINE_MS', 'MAX_NODES', 'MAX_CALLS'],
  },
  {
    title: 'Who may ask',
    settings: [
      'AUTH_TOKENS_FILE',
      'REQUESTS_PER_MINUTE',
      'CALLS_PER_HOUR',
      'CORS_ORIGINS',
      'CSRF_HEADER',
      'TRUSTED_DOCUMENTS',
    ],
  },
  {
    title: 'What is remembered',
    settings: ['CACHE_MB', 'LINKS_LIFE_S', 'SUMMARIES_LIFE_S', 'VOLATILE_LIFE_S', 'STALE_S'],
  },
  {
    title: 'Stores',
    about:
      'One or the other, if any: Redis or Valkey for several processes, a folder for one. They are a choice, and so are ' +
      'their packages: `npm install ioredis` for `REDIS_URL`, `npm install lmdb` for `CACHE_DIR`. The container image ' +
      'brings both.',
    settings: ['REDIS_URL', 'CACHE_DIR', 'CACHE_DISK_MB'],
  },
  {
    title: 'Operation',
    about:
      'At SIGTERM or SIGINT `/health/ready` answers 503 at once, for `DRAIN_GRACE_MS` requests are still taken, and then ' +
      'those under way have `DRAIN_TIMEOUT_MS` to end. Give whatever stops the process the sum of both. A second ' +
      'signal ends it at once.',
    settings: ['DRAIN_GRACE_MS', 'DRAIN_TIMEOUT_MS', 'METRICS', 'LOG_LEVEL'],
  },
];

/**
 * The reference as Markdown.
 *
 * @throws Error when a setting belongs to no topic.
 */
export async function configurationReference(): Promise<string> {
  const placed = new Set(TOPICS.flatMap(({ settings }) => settings));
  const forgotten = settingList.filter(({ name }) => !placed.has(name));
  if (forgotten.length > 0) {
    throw new Error(
      `${forgotten.map(({ name }) => name).join(', ')}: give it a topic in scripts/build-configuration.ts.`,
    );
  }
  const text = [INTRODUCTION, ...TOPICS.map(section)].join('\n');
  return format(text, { ...(await resolveConfig(CONFIGURATION)), parser: 'markdown' });
}

function section({ title, about, settings }: Topic): string {
  return [`## ${title}`, '', ...(about === undefined ? [] : [about, '']), ...table(settings), ''].join('\n');
}

function table(names: readonly SettingName[]): string[] {
  const rows = names
    .flatMap((name) => settingList.filter((setting) => setting.name === name))
    .map(({ name, flag, meaning, expected, fallback }) =>
      [code(name), code(flag), cell(meaning), cell(expected), fallback === undefined ? '' : code(fallback)].join(' | '),
    );
  return ['variable | flag | meaning | accepts | default', '--- | --- | --- | --- | ---', ...rows].map(
    (row) => `| ${row} |`,
  );
}

function code(text: string): string {
  return `\`${text}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(CONFIGURATION, await configurationReference());
}
