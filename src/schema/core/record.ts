import { EntrezError } from '../../eutils/errors.js';
import type { DocSum } from '../../eutils/esummary.js';
import type { Links } from '../../loading/values/link-list.js';
import { linkQuestionKey, type LinkQuestion } from '../../loading/definitions/links.js';
import type { Context } from './context.js';

/** A record of Entrez: its address, and what an operation has begun to ask about it. */
export class EntrezRecord {
  readonly db: string;
  readonly uid: string;
  /** Links under way, begun before the fields that want them are resolved; those, and aliases of them, share the outcome. */
  #links: Map<string, Promise<Links>> | undefined;
  #summary: DocSum | Promise<DocSum> | undefined;

  constructor(db: string, uid: string) {
    this.db = db;
    this.uid = uid;
  }

  /** The document summary; at once when it is known. Rejects or throws `UNKNOWN_ID` when there is no such record. */
  summary({ loaders, operation }: Context): DocSum | Promise<DocSum> {
    this.#summary ??= loaders.summaries(this.db).load(this.uid, operation);
    return this.#summary;
  }

  /** Whether NCBI has a summary of this record. */
  async exists(context: Context): Promise<boolean> {
    try {
      await this.summary(context);
      return true;
    } catch (error) {
      if (error instanceof EntrezError && error.code === 'UNKNOWN_ID') {
        return false;
      }
      throw error;
    }
  }

  /** Everything the record is linked to under one link name; at once when it is known. */
  links(question: LinkQuestion, { loaders, operation }: Context): Links | Promise<Links> {
    // Where scores may be missing, a failure is answered by the list without them.
    const key = `${linkQuestionKey(question)} ${question.scoresMayLack ?? false}`;
    const begun = this.#links?.get(key);
    if (begun !== undefined) {
      return begun;
    }
    const answer = loaders.links(question, this.uid, operation);
    if (answer instanceof Promise) {
      this.#links ??= new Map();
      this.#links.set(key, answer);
    }
    return answer;
  }
}
