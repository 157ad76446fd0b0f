import type { Answer } from './answer.js';

/** A small web page, as servers in front of the programs send it. */
export function htmlPage(status: number, title: string, heading = title): Answer {
  return {
    status,
    type: 'html',
    body: `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${heading}</h1></body></html>\n`,
  };
}
