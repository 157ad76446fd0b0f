import { readFileSync } from 'node:fs';

/** Reads a JSON file of the published folder `sample/`. */
export function readSample(name: string): unknown {
  // Two folders up from both src/sandbox/ and dist/sandbox/.
  return JSON.parse(readFileSync(new URL(`../../sample/${name}.json`, import.meta.url), 'utf8'));
}
