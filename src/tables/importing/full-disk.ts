/** A failure with the folder and what to do, where it is that its disk is full. */
export function namingFullDisk(error: unknown, folder: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? new Error(
        `No space left on the disk of ${folder}. Free some, and run the command again; what is imported there is served as before.`,
        { cause: error },
      )
    : error;
}
