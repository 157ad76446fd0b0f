import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Memory of a parsed document for each character of its text: 48 bytes measured, most of them tokens. */
const BYTES_PER_CHARACTER = 64;
/** Memory of a small document or an error beside its text. */
const OVERHEAD_BYTES = 2048;
const MAX_DOCUMENT_BYTES = 32 * 1024 * 1024;
const MAX_ERROR_BYTES = 2 * 1024 * 1024;

/** Memory that a parsed document takes, in bytes, by its text. */
export function documentBytes(text: string): number {
  return OVERHEAD_BYTES + BYTES_PER_CHARACTER * text.length;
}

/**
 * Parsed documents and errors of parsing by their texts, bounded by memory instead of by number: a document takes 48
 * times as much as its text. What was found in validation is kept with the document.
 */
export function createDocumentCache() {
  return {
    documentCache: new LRUCache<string, DocumentNode>({
      maxSize: MAX_DOCUMENT_BYTES,
      sizeCalculation: (_document, text) => documentBytes(text),
    }),
    errorCache: new LRUCache<string, Error>({
      maxSize: MAX_ERROR_BYTES,
      // The error quotes the text as its source.
      sizeCalculation: (_error, text) => OVERHEAD_BYTES + 2 * text.length,
    }),
    validationCache: true,
  };
}
