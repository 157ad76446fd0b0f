import type { CallToolResult, ServerContext } from '@modelcontextprotocol/server';
import { GraphQLError } from 'graphql';

import { EntrezError } from '../eutils/failures/errors.js';
import type { Operation } from '../loading/operation/operation.js';
import type { Gateway } from '../server/gateway.js';
import { type Page, writeAnswer } from './answer/answer.js';
import { AnswerCursors } from './answer/cursor.js';
import { ToolCall } from './call.js';
import type { CallEnd, Caller } from './caller.js';
import { readArguments } from './input/arguments.js';
import { reportProgress } from './progress.js';
import type { Tool } from './tools/tool.js';

/** What a server runs tools with. */
export interface ToolHost {
  readonly gateway: Gateway;
  readonly caller: Caller;
}

/** Runs a tool. Never rejects: a failure is a result that says so. */
export async function runTool(
  tool: Tool,
  given: unknown,
  { gateway, caller }: ToolHost,
  context: ServerContext,
): Promise<CallToolResult> {
  const started = caller.start(`mcp_${tool.name}`);
  const { signal } = context.mcpReq;
  let operation: Operation | undefined;
  let stopProgress = (): void => undefined;
  const end = (seen: CallEnd): void => {
    started.end(signal.aborted ? { ...seen, outcome: 'aborted', codes: [] } : seen);
  };
  try {
    const values = readArguments(tool.args, given);
    const { first, cursor, ...decisive } = values as Page & Readonly<Record<string, unknown>>;
    const cursors = new AnswerCursors(tool.name, decisive);
    cursors.decode(cursor);
    operation = started.begin(tool.maxCalls(values), signal);
    stopProgress = reportProgress(context, operation);
    const call = new ToolCall(gateway, operation);
    const answer = await tool.run(values, call);
    const costOf = operation.report.bind(operation);
    const today = new Date().toISOString().slice(0, 10);
    const text = await writeAnswer(answer, { first, cursor }, cursors, costOf, today);
    end({ outcome: call.codes.length === 0 ? 'answered' : 'partial', codes: call.codes, unexpected: call.unexpected });
    return { content: [{ type: 'text', text }] };
  } catch (error) {
    const { text, seen } = failureOf(error, operation !== undefined);
    end(seen);
    return { content: [{ type: 'text', text }], isError: true };
  } finally {
    stopProgress();
    operation?.close();
  }
}

function failureOf(error: unknown, isBegun: boolean): { readonly text: string; readonly seen: CallEnd } {
  const outcome = isBegun ? 'failed' : 'refused';
  if (error instanceof EntrezError) {
    const text = error.code === 'BAD_USER_INPUT' ? error.message : `failed: ${error.code}: ${error.message}`;
    return { text, seen: { outcome, codes: [error.code], unexpected: [] } };
  }
  // Refusals of the server are for the caller to read.
  if (error instanceof GraphQLError && typeof error.extensions.code === 'string') {
    return { text: error.message, seen: { outcome, codes: [error.extensions.code], unexpected: [] } };
  }
  return {
    text: 'failed: INTERNAL_SERVER_ERROR: Unexpected error.',
    seen: { outcome, codes: ['INTERNAL_SERVER_ERROR'], unexpected: [error] },
  };
}
