/** A failure with the folder and what to do, where it is that its disk is full. */
export function namingFullDisk(error: unknown, folder: string): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  // LMDB and the check of free room say it without a code.
  const isFull = code === 'ENOSPC' || code === 'EDQUOT' || /no space left/i.test(message);
  return isFull
    ? new Error(
        `No space left on the disk of ${folder}. Free some, and run the command again; what is imported there is served as before.`,
        { cause: error },
      )
    : error;
}
