/** The exit code by the convention of shells for a program whose output pipe is closed: 128 and SIGPIPE. */
export const READER_GONE = 141;

/**
 * Keeps failures of the standard streams from ending the process: a server serves on without a reader of its messages,
 * and a command that cannot write its output ends with 141 for a closed pipe, or 1.
 */
export function guardStandardStreams(): void {
  process.stderr.on('error', () => undefined);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') {
      process.exitCode = READER_GONE;
    } else {
      process.exitCode = 1;
      process.stderr.write(`entrez-graph: Cannot write to standard output: ${error.message}\n`);
    }
  });
}
