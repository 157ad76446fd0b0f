import { type Answer, element, jsonAnswer, xmlAnswer } from './answer.js';
import type { SandboxContext } from './context.js';
import { search } from './esearch.js';
import { type LinkSet, readLinkSet } from './link-sets.js';
import type { Parameters } from './parameters.js';
import { uidOf } from './uids.js';

/** `elink.fcgi` with `cmd` `neighbor` (the default) or `neighbor_score`. */
export function elink(params: Parameters, context: SandboxContext): Answer {
  const { catalog } = context;
  const json = params.json;
  const command = params.get('cmd')?.toLowerCase() ?? 'neighbor';
  if (command !== 'neighbor' && command !== 'neighbor_score') {
    return refusal(json, `Exception:\n${command} command not supported`);
  }
  // A missing dbfrom or db means pubmed; `nucleotide` is answered as nuccore.
  const named = [params.get('dbfrom') ?? 'pubmed', ...namesIn(params, 'db')];
  const unknown = named.find((name) => name !== 'all' && catalog.database(name) === undefined);
  if (unknown !== undefined) {
    return failure(json, `Invalid db name specified: ${unknown}`);
  }
  const groups = params.idGroups;
  if (groups.length === 0) {
    return failure(json, 'Empty id list - nothing todo');
  }

  const dbFrom = catalog.database(named[0] ?? '')?.name ?? 'pubmed';
  const linkNames = linkNamesOf(params, dbFrom, context);
  const keep = filterOf(params, dbFrom, context);
  const sets = groups.map((ids) => {
    // An identifier that cannot be read is echoed as 0 (recorded 2014); an unknown accession vanishes from the list.
    const uids = ids.map((id) => uidOf(dbFrom, id, context)).filter((uid) => uid !== undefined);
    return readLinkSet(dbFrom, uids, linkNames, context, keep);
  });
  const scored = command === 'neighbor_score';
  return json
    ? jsonAnswer('elink', { linksets: sets.map((set) => jsonOf(set, scored)) })
    : xmlAnswer('eLinkResult', `\n${sets.map((set) => xmlOf(set, scored)).join('')}`);
}

/** The names in a parameter, which may be repeated and hold several of them between commas. */
function namesIn(params: Parameters, parameter: string): readonly string[] {
  return params
    .all(parameter)
    .flatMap((value) => value.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** The names asked for, or all names between the two databases; those of another source or target have no links. */
function linkNamesOf(params: Parameters, dbFrom: string, { catalog }: SandboxContext): readonly string[] {
  const asked = namesIn(params, 'linkname');
  const targets = namesIn(params, 'db');
  const wanted = new Set(
    (targets.length === 0 && asked.length === 0 ? ['pubmed'] : targets).map(
      (name) => catalog.database(name)?.name ?? name,
    ),
  );
  const anyTarget = wanted.size === 0 || wanted.has('all');
  return catalog
    .linksFrom(dbFrom)
    .filter(({ name, to }) => (anyTarget || wanted.has(to)) && (asked.length === 0 || asked.includes(name)))
    .map(({ name }) => name)
    .toSorted();
}

/**
 * The filter of a request on targets in the source's own database, as matching UIDs in search order: `term` works only
 * inside one database and the dates only in PubMed (manual; recorded 2025). `undefined` when nothing is filtered.
 */
function filterOf(params: Parameters, dbFrom: string, context: SandboxContext): readonly string[] | undefined {
  const term = params.get('term');
  const dated = dbFrom === 'pubmed' && ['reldate', 'mindate', 'maxdate'].some((name) => params.get(name) !== undefined);
  return term === undefined && !dated ? undefined : search(term ?? 'all[filter]', dbFrom, params, context).uids;
}

/** Names without links are left out, and `linksetdbs` with them; scores are numbers, ids are strings (recorded 2025, 2026). */
function jsonOf({ dbFrom, ids, lists }: LinkSet, scored: boolean): object {
  const linksetdbs = lists.map(({ dbTo, linkName, links }) => ({
    dbto: dbTo,
    linkname: linkName,
    links: scored ? links : links.map(({ id }) => id),
  }));
  return { dbfrom: dbFrom, ids, ...(linksetdbs.length > 0 && { linksetdbs }) };
}

function xmlOf({ dbFrom, ids, lists }: LinkSet, scored: boolean): string {
  const idList = ids.map((id) => `      ${element('Id', id)}\n`).join('');
  const linkSetDbs = lists.map(({ dbTo, linkName, links }) => {
    const each = links.map(({ id, score }) => {
      const scoreLine = scored ? `\t\t\t\t${element('Score', score)}\n` : '';
      return `        <Link>\n\t\t\t\t${element('Id', id)}\n${scoreLine}\t\t\t</Link>\n`;
    });
    const head = `      ${element('DbTo', dbTo)}\n      ${element('LinkName', linkName)}\n      \n`;
    return `    <LinkSetDb>\n${head}${each.join('')}      \n    </LinkSetDb>\n`;
  });
  return `\n  <LinkSet>\n    ${element('DbFrom', dbFrom)}\n    <IdList>\n${idList}    </IdList>\n${linkSetDbs.join('')}  </LinkSet>\n`;
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
