/** Builders of E-utilities requests and decoders of their responses, without I/O: what {@link createEntrezGraph} stands on. */
export { rejectFailure } from './eutils/body/failure.js';
export { redact, withoutSecrets } from './eutils/failures/redact.js';
export { checkRequest, decodeAvailableLinks, decodeChecks } from './eutils/links/check.js';
export { attributeLinks, decodeLinkSets, linksRequest } from './eutils/links/elink.js';
export { decodeUnion, unionRequest } from './eutils/links/elink-union.js';
export { decodeLinkOut, linkOutRequest } from './eutils/links/link-out.js';
export { articlesRequest, decodeArticles } from './eutils/records/efetch-articles.js';
export { decodeSequences, sequencesRequest } from './eutils/records/efetch-sequences.js';
export { decodeIdenticalProteins, identicalProteinsRequest } from './eutils/records/efetch-ipg.js';
export { decodeTaxa, taxaRequest } from './eutils/records/efetch-taxa.js';
export { decodeDatabaseInfo, decodeDatabaseList, infoRequest } from './eutils/records/einfo.js';
export { decodeSummaries, summaryRequest } from './eutils/records/esummary.js';
export { decodeSearch, searchRequest } from './eutils/search/esearch.js';
export { decodeSpelling, spellRequest } from './eutils/search/espell.js';
export { decodePost, postRequest } from './eutils/search/history.js';
export type { EutilsRequest, EutilsResponse, Retmode, Utility } from './eutils/wire.js';
export { EntrezError, type ErrorCode, type ErrorDetails } from './eutils/failures/errors.js';
