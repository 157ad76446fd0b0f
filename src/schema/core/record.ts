import { EntrezError } from '../../eutils/failures/errors.js';
import type { DocSum } from '../../eutils/records/esummary.js';
import type { Links } from '../../loading/values/link-list.js';
import type { Warning } from '../../loading/operation/warnings.js';
import { linkQuestionKey, type LinkQuestion } from '../../loading/definitions/links.js';
import { hasNo } from './absence.js';
import { fateOf } from './successor.js';
import type { Context } from './context.js';

/** A record of Entrez: its address, and what an operation has begun to ask about it. */
export class EntrezRecord {
  readonly db: string;
  readonly uid: string;
  /** Links under way, begun before the fields that want them are resolved; those, and aliases of them, share the outcome. */
  #links: Map<string, Promise<Links>> | undefined;
  #summary: DocSum | Promise<DocSum> | undefined;
  /** Where the response has the record, if the caller named it. */
  #place: Warning['path'] | undefined;

  constructor(db: string, uid: string) {
    this.db = db;
    this.uid = uid;
  }

  /** The document summary; at once when it is known. Rejects or throws `UNKNOWN_ID` when there is no such record. */
  summary(context: Context): DocSum | Promise<DocSum> {
    if (this.#summary === undefined) {
      this.#summary = context.loaders.summaries(this.db).load(this.uid, context.operation);
      if (this.#summary instanceof Promise) {
        this.#summary.then(
          (summary) => {
            this.#warnOfFate(summary, context);
          },
          () => undefined,
        );
      } else {
        this.#warnOfFate(this.#summary, context);
      }
    }
    return this.#summary;
  }

  /** Notes that the caller named this record, of which it should know if NCBI does not have it or has replaced it. */
  namedAt(path: Warning['path']): void {
    this.#place = path;
  }

  /**
   * Tells the caller that a record it named may not exist: NCBI gives unknown uids empty lists of links. Asks nothing, so
   * that without a summary it is not certain.
   */
  warnOfEmptyLinks({ loaders, operation }: Context): void {
    const path = this.#place;
    if (!path) {
      return;
    }
    const { db, uid } = this;
    const warnIfUnknown = (error: unknown): void => {
      if (error instanceof EntrezError && error.code === 'UNKNOWN_ID') {
        operation.warn({ code: 'UNKNOWN_ID', message: `${hasNo(`${db} record with uid ${uid}`, operation)}.`, path });
      }
    };
    if (this.#summary instanceof Promise) {
      this.#summary.catch(warnIfUnknown);
      return;
    }
    const known = loaders.summaries(db).peek(uid, operation.notBefore);
    if (known) {
      warnIfUnknown(known.value);
      if (!(known.value instanceof EntrezError)) {
        this.#warnOfFate(known.value, { loaders, operation });
      }
    } else {
      operation.warn({
        code: 'POSSIBLY_UNKNOWN_ID',
        message: `${hasNo(`such links of ${db} ${uid}, as of uids that do not exist`, operation)}. Select "exists" to tell.`,
        path,
      });
    }
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

  #warnOfFate(summary: DocSum, { operation }: Context): void {
    const fate = this.#place && fateOf(this.db, this.uid, summary);
    if (this.#place && fate) {
      operation.warn({ code: fate.code, message: fate.message, path: this.#place });
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
