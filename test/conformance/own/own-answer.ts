import { formOf, type Recording } from '../recorded.js';

/**
 * An answer that was written for these tests in the shape of recorded ones.
 *
 * @param file - As of a recording: the utility, and what the answer shows.
 */
export function own(file: string, body: string, head: Pick<Recording, 'status' | 'headers'> = {}): Recording {
  return { file, utility: file.split('/')[0] ?? '', body, form: formOf(body), ...head };
}

/** An answer in JSON with the header of its utility. */
export function json(type: string, members: object): string {
  return JSON.stringify({ header: { type, version: '0.3' }, ...members }, undefined, 4);
}

/** An answer in XML with a prolog and a document type. */
export function xml(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" ?>\n<!DOCTYPE ${root} PUBLIC "-//NLM//DTD ${root}//EN" "https://www.example.org/${root}.dtd">\n<${root}>${content}</${root}>\n`;
}
