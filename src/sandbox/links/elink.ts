import { type Answer, element, jsonAnswer, xmlAnswer } from '../http/answer.js';
import type { SandboxContext } from '../context.js';
import { checkAnswer, isCheckCommand } from './elink-check.js';
import { historyAnswer } from './elink-history.js';
import { isLinkOutCommand, linkOutAnswer } from './elink-link-out.js';
import { linksAnswer } from './elink-links.js';
import { type SearchResult, search } from '../search/esearch-run.js';
import type { LinkQuestion } from './link-sets.js';
import type { Parameters } from '../http/parameters.js';
import { storedInput } from '../history/stored-input.js';
import { uidOf } from '../records/uids.js';

/**
 * `elink.fcgi`: links, and what else there is about records.
 *
 * The check and LinkOut commands answer XML whatever `retmode` says, since no JSON of them is recorded. `llinkslib` is
 * refused as NCBI refuses it since 2026-09, unless the sandbox was started with library links.
 */
export function elink(params: Parameters, context: SandboxContext): Answer {
  const { catalog } = context;
  const json = params.json;
  const command = params.get('cmd')?.toLowerCase() ?? 'neighbor';
  if (!isCommand(command) || (command === 'llinkslib' && !context.libraryLinks)) {
    return refusal(json, `Exception:\n${command} command not supported`);
  }
  // A missing dbfrom or db means pubmed; `nucleotide` is answered as nuccore.
  const named = [params.get('dbfrom') ?? 'pubmed', ...namesIn(params, 'db')];
  const unknown = named.find((name) => name !== 'all' && catalog.database(name) === undefined);
  if (unknown !== undefined) {
    return failure(json, `Invalid db name specified: ${unknown}`);
  }
  const dbFrom = catalog.database(named[0] ?? '')?.name ?? 'pubmed';
  const stored = storedInput(params, dbFrom, context);
  if (stored !== undefined && 'error' in stored) {
    return failure(json, stored.error);
  }
  // An identifier that cannot be read is echoed as 0 (recorded 2014); an unknown accession vanishes from the list.
  const readable = (ids: readonly string[]): readonly string[] =>
    ids.map((id) => uidOf(dbFrom, id, context)).filter((uid) => uid !== undefined);
  const groups = stored === undefined ? params.idGroups.map(readable) : [stored.uids];
  if (groups.length === 0) {
    return failure(json, 'Empty id list - nothing todo');
  }
  if (isCheckCommand(command)) {
    return checkAnswer(command, dbFrom, groups, targetsIn(params, context), context);
  }
  if (isLinkOutCommand(command)) {
    return linkOutAnswer(command, dbFrom, groups, params.get('holding'), context);
  }

  const filter = filterOf(params, dbFrom, context);
  if (filter?.error !== undefined) {
    return failure(json, filter.error);
  }
  const linkNames = linkNamesOf(params, dbFrom, context);
  const question: LinkQuestion = { dbFrom, groups, linkNames, keep: filter?.uids };
  return command === 'neighbor_history'
    ? historyAnswer(question, params, context)
    : linksAnswer(question, command === 'neighbor_score', json, context);
}

type Command = 'neighbor' | 'neighbor_score' | 'neighbor_history' | 'acheck' | 'ncheck' | 'lcheck' | LinkOutName;
type LinkOutName = 'llinks' | 'prlinks' | 'llinkslib';

function isCommand(command: string): command is Command {
  return /^neighbor(_score|_history)?$/.test(command) || isCheckCommand(command) || isLinkOutCommand(command);
}

/** The names in a parameter, which may be repeated and hold several of them between commas. */
function namesIn(params: Parameters, parameter: string): readonly string[] {
  return params
    .all(parameter)
    .flatMap((value) => value.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** The target databases asked for; empty for all of them. */
function targetsIn(params: Parameters, { catalog }: SandboxContext): ReadonlySet<string> {
  const names = namesIn(params, 'db').map((name) => catalog.database(name)?.name ?? name);
  return new Set(names.includes('all') ? [] : names);
}

/** The names asked for, or all names between the two databases; those of another source or target have no links. */
function linkNamesOf(params: Parameters, dbFrom: string, context: SandboxContext): readonly string[] {
  const asked = namesIn(params, 'linkname');
  const targets = targetsIn(params, context);
  const wanted = asked.length === 0 && params.get('db') === undefined ? new Set(['pubmed']) : targets;
  return context.catalog
    .linksFrom(dbFrom)
    .filter(({ name, to }) => (wanted.size === 0 || wanted.has(to)) && (asked.length === 0 || asked.includes(name)))
    .map(({ name }) => name)
    .toSorted();
}

/**
 * The filter of a request on targets in the source's own database, as matching UIDs in search order: `term` works only
 * inside one database and the dates only in PubMed (manual; recorded 2025). `undefined` when nothing is filtered.
 */
function filterOf(params: Parameters, dbFrom: string, context: SandboxContext): SearchResult | undefined {
  const term = params.get('term');
  const dated = dbFrom === 'pubmed' && ['reldate', 'mindate', 'maxdate'].some((name) => params.get(name) !== undefined);
  return term === undefined && !dated ? undefined : search(term ?? 'all[filter]', dbFrom, params, context);
}

/** A refused command: ERROR inside a link set without a source (recorded 2026); the JSON form is unrecorded. */
function refusal(json: boolean, message: string): Answer {
  return json
    ? failure(json, message)
    : xmlAnswer('eLinkResult', `\n\n  <LinkSet>${element('ERROR', message)}</LinkSet>\n`);
}

/** In JSON beside an empty list of link sets, newlines raw as NCBI sends them (recorded 2026). */
function failure(json: boolean, message: string): Answer {
  if (!json) {
    return xmlAnswer('eLinkResult', `\n\n  ${element('ERROR', message)}\n`);
  }
  const { type, body } = jsonAnswer('elink', { linksets: [], ERROR: message });
  return { type, body: body.replaceAll(String.raw`\n`, '\n') };
}
