import { open } from 'node:fs/promises';

import { jsonLines, replaceFile } from '../../output/staging.js';
import { EDGE_COLUMNS, type GraphRow, NODE_COLUMNS } from './graph-reader.js';
import type { StagedGraph } from './graph-writer.js';

/** Inputs that are named where they are counted. */
const NAMED = 5;

const BUFFER_CHARACTERS = 64 * 1024;

/** The files of a graph. */
function graphFiles(out: string): { readonly nodes: string; readonly edges: string } {
  const stem = out.replace(/\.tsv$/, '');
  return { nodes: `${stem}_nodes.tsv`, edges: `${stem}_edges.tsv` };
}

/**
 * Makes staged nodes and edges into the two files of a graph in the form of the Knowledge Graph Exchange (KGX), where each
 * node and each edge is there once.
 *
 * @returns What to say of inputs that the graph has no place for.
 * @throws Error naming the file when it cannot be written.
 */
export async function writeKgx(staging: string, out: string): Promise<string | undefined> {
  const files = graphFiles(out);
  const without: string[] = [];
  let inputs = 0;
  await replaceFile(files.nodes, (nodesFile) =>
    replaceFile(files.edges, async (edgesFile) => {
      await using nodes = await GraphFile.open(nodesFile, NODE_COLUMNS);
      await using edges = await GraphFile.open(edgesFile, EDGE_COLUMNS);
      for await (const line of jsonLines(staging)) {
        const staged = line as StagedGraph;
        await nodes.add(staged.nodes ?? []);
        await edges.add(staged.edges ?? []);
        if (staged.input !== undefined) {
          inputs += 1;
          if (staged.hasRecords === false) {
            without.push(staged.input);
          }
        }
      }
      await nodes.end();
      await edges.end();
    }),
  );
  return without.length === 0 ? undefined : describe(without, inputs);
}

function describe(without: readonly string[], inputs: number): string {
  const named = without.slice(0, NAMED).map((input) => JSON.stringify(input));
  const more = without.length > NAMED ? ` and ${(without.length - NAMED).toLocaleString('en')} more` : '';
  return `A graph has no place for inputs without records: ${without.length.toLocaleString('en')} of ${inputs.toLocaleString('en')}, ${named.join(', ')}${more}.`;
}

/** A file of rows, each of which is told from the others by its first value. */
class GraphFile implements AsyncDisposable {
  readonly #handle: Awaited<ReturnType<typeof open>>;
  readonly #ids = new Set<string>();
  #pending = '';

  private constructor(handle: Awaited<ReturnType<typeof open>>, columns: readonly string[]) {
    this.#handle = handle;
    this.#pending = lineOf(columns);
  }

  static async open(path: string, columns: readonly string[]): Promise<GraphFile> {
    return new GraphFile(await open(path, 'w'), columns);
  }

  async add(rows: readonly GraphRow[]): Promise<void> {
    for (const row of rows) {
      const [id = ''] = row;
      if (!this.#ids.has(id)) {
        this.#ids.add(id);
        this.#pending += lineOf(row);
      }
    }
    if (this.#pending.length >= BUFFER_CHARACTERS) {
      await this.end();
    }
  }

  async end(): Promise<void> {
    await this.#handle.appendFile(this.#pending);
    this.#pending = '';
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#handle.close();
  }
}

/** KGX has no quotes: whitespace that would end a cell or a line becomes a blank. */
function lineOf(cells: readonly string[]): string {
  return `${cells.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')}\n`;
}
