import type { Utility } from '../../eutils/wire.js';
import { type Answer, element, jsonAnswer, xmlAnswer } from '../http/answer.js';
import { databaseOf } from './asked.js';
import type { FaultRequest } from './fault.js';

const ROOTS = {
  einfo: 'eInfoResult',
  esearch: 'eSearchResult',
  esummary: 'eSummaryResult',
  efetch: 'eFetchResult',
  epost: 'ePostResult',
  elink: 'eLinkResult',
  espell: 'eSpellResult',
  // It has no XML of its own.
  ecitmatch: 'eFetchResult',
} as const satisfies Readonly<Record<Utility, string>>;

/** The root element of a program's answers, efetch's of errors only. */
export function rootOf(utility: Utility): (typeof ROOTS)[Utility] {
  return ROOTS[utility];
}

/**
 * An error sentence where the program puts it, in the form asked for: status 200 of all but EFetch, line ends raw inside
 * of JSON strings, which is not valid JSON (protocol: recorded 2024 to 2026). Programs without JSON answer XML.
 */
export function errorAnswer({ utility, params }: FaultRequest, sentence: string): Answer {
  const json = params.json ? errorInJson(utility, sentence) : undefined;
  if (json !== undefined) {
    return { ...json, body: json.body.replaceAll(String.raw`\n`, '\n') };
  }
  const xml = xmlAnswer(rootOf(utility), `\n\t${element('ERROR', sentence)}\n`);
  return utility === 'efetch' ? { ...xml, status: 400 } : xml;
}

/**
 * The sentence about a back end that nobody can find. Its words for search and link programs are recorded (2019 to 2026),
 * those for the others follow them.
 */
export function noBackEnd({ utility, params }: FaultRequest): string {
  switch (utility) {
    case 'elink':
      return "Couldn't resolve #exLinkSrv2, the address table is empty.";
    case 'esearch':
    case 'espell':
      return `Search Backend failed: Unable to open connection to #PMQuerySrv?dbaf=${databaseOf(utility, params)}`;
    default:
      return `Unable to open connection to #${utility}Srv?dbaf=${databaseOf(utility, params)}`;
  }
}

function errorInJson(utility: Utility, sentence: string): Answer | undefined {
  switch (utility) {
    case 'elink':
      return jsonAnswer('elink', { linksets: [], ERROR: sentence });
    case 'esearch':
      return jsonAnswer('esearch', { esearchresult: { ERROR: sentence } });
    case 'esummary':
      return jsonAnswer('esummary', { error: sentence });
    case 'einfo':
      return jsonAnswer('einfo', { einforesult: { ERROR: sentence } });
    default:
      return undefined;
  }
}
