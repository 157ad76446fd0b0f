import type { DocumentNode, ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import { countParts } from '../../schema/limits/node-limit.js';
import { rewrite, type RewrittenDocument, withOriginalNames } from '../execution/rewritten-document.js';
import { rowsTypeOf } from '../accept/rows-type.js';
import { streamFormatOf } from '../accept/stream-format.js';

type Rewritings = WeakMap<DocumentNode, RewrittenDocument | false>;

/** Parts in which a response is streamed. Each is told apart from all others whenever one comes. */
export const MAX_PARTS = 1000;

/**
 * Executes documents in a form that executors can take, see {@link rewrite}. To a client that does not accept a stream,
 * the response goes as a whole: Yoga would execute the operation, spend permits on it and then refuse to send it. So does one
 * that could have too many parts.
 */
export function useRewrittenDocuments(): Plugin {
  const [streamed, whole]: readonly [Rewritings, Rewritings] = [new WeakMap(), new WeakMap()];
  return {
    onExecute({ args, context }) {
      // Operations that do not come over HTTP have no request, and get one result.
      const { request } = context as { readonly request?: Request };
      const accept = request?.headers.get('accept') ?? null;
      const document = args.document as DocumentNode;
      const isStreamed =
        request !== undefined &&
        streamFormatOf(accept) !== undefined &&
        !rowsTypeOf(accept) &&
        (!mayHaveParts(document) || countParts(args) <= MAX_PARTS);
      const known = isStreamed ? streamed : whole;
      const rewritten = known.get(document) ?? rewrite(document, isStreamed) ?? false;
      known.set(document, rewritten);
      if (rewritten === false) {
        return undefined;
      }
      args.document = rewritten.document;
      const { prefix } = rewritten;
      if (prefix === undefined) {
        return undefined;
      }
      return {
        onExecuteDone({ result, setResult }) {
          if (Symbol.asyncIterator in result) {
            return {
              onNext({ result: payload, setResult: setPayload }) {
                setPayload(withOriginalNames(payload, prefix));
              },
            };
          }
          setResult(withOriginalNames(result as ExecutionResult, prefix));
          return undefined;
        },
      };
    },
  };
}

/** Whether a document names a directive that makes parts; to count them takes a walk through all that it selects. */
function mayHaveParts({ loc }: DocumentNode): boolean {
  return loc === undefined || /\b(?:defer|stream)\b/.test(loc.source.body);
}
