import type { LinkName } from '../../catalog/catalog.js';
import { EntrezError } from '../../eutils/failures/errors.js';
import type { LinkReader } from '../../loading/graph/link-reader.js';
import type { Links } from '../../loading/values/link-list.js';
import type { Context } from '../core/context.js';

/** Reads links as link fields do: from the same caches and tables, in the same batches. */
export class ContextLinkReader implements LinkReader {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  async availableNames(db: string, uid: string): Promise<ReadonlySet<string> | undefined> {
    const { loaders, operation } = this.#context;
    try {
      const links = await loaders.availableLinks(db).load(uid, operation);
      return new Set(links.map(({ linkName }) => linkName));
    } catch (error) {
      if (error instanceof EntrezError) {
        return undefined;
      }
      throw error;
    }
  }

  callsFor(link: LinkName, uids: readonly string[]): number {
    const { loaders, operation } = this.#context;
    const { notBefore } = operation;
    const question = { link, scored: false };
    const [plain, scored] = [loaders.linkLoader(question), loaders.linkLoader({ link, scored: true })];
    const isKnown = (uid: string): boolean =>
      (loaders.tabledLinks(question, uid, notBefore) ?? scored.peek(uid, notBefore) ?? plain.peek(uid, notBefore)) !==
      undefined;
    return Math.ceil(uids.filter((uid) => !isKnown(uid)).length / plain.batchSize);
  }

  batchSize(link: LinkName): number {
    return this.#context.loaders.linkLoader({ link, scored: false }).batchSize;
  }

  async load(link: LinkName, uid: string): Promise<Links> {
    return this.#context.loaders.links({ link, scored: false }, uid, this.#context.operation);
  }
}
