/** entrez-graph inside other programs; docs/embedding.md shows each way. */
export { ConfigError } from './config.js';
export type { CallOptions } from './embed/call-options.js';
export { createEntrezGraph, type EntrezGraph, type TypedDocument } from './embed/create-entrez-graph.js';
export { createContext, createSchema, type EntrezContext } from './embed/create-schema.js';
export type { LinkedUids } from './embed/links-of.js';
export type { EntrezGraphOptions } from './embed/options.js';
export { useEntrez } from './embed/use-entrez.js';
export { EntrezError, type ErrorCode, type ErrorDetails, ERROR_CODES } from './eutils/failures/errors.js';
