/**
 * Setup of the unit tests: whatever opens a socket or starts a process fails, and belongs into a file `*.e2e.test.ts`.
 */
import childProcess, { ChildProcess } from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import { Server, Socket } from 'node:net';

function refuse(what: string): () => never {
  return () => {
    throw new Error(`A unit test ${what}. Name its file *.e2e.test.ts.`);
  };
}

Object.assign(Socket.prototype, { connect: refuse('opens a socket') });
Object.assign(Server.prototype, { listen: refuse('listens on a socket') });
Object.assign(ChildProcess.prototype, { spawn: refuse('starts a process') });
const spawnSync = refuse('starts a process');
Object.assign(childProcess, { spawnSync, execSync: spawnSync, execFileSync: spawnSync });
// What is imported by name sees the changes too.
syncBuiltinESMExports();
