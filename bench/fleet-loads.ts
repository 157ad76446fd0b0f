import { BULK, checkBulk, checkClick, CLICK, CLICKS, geneOf } from './clicks.js';
import type { ServerProcess } from './server-process.js';

const CLIENTS = 150;
/** Clicks on one gene where clicks are equal. */
const EQUAL = 8;
const BULK_GENES = 1000;
const BULKS = 3;
/** Clicks while a bulk runs, on its records and on others in turn. */
const CLICKS_BESIDE = 30;

/** What clients send to the processes of a fleet. */
export interface FleetLoad {
  readonly name: string;
  readonly rps: number;
  readonly processes: readonly number[];
  /**
   * Sends it.
   *
   * @param run - Runs have no record in common.
   * @returns How long each click took where that is measured, in milliseconds.
   */
  send(gateways: readonly ServerProcess[], run: number): Promise<readonly number[]>;
}

export const FLEET_LOADS: readonly FleetLoad[] = [
  { name: 'different clicks', rps: 10, processes: [1, 2, 4, 6], send: differentClicks },
  {
    name: 'equal clicks',
    rps: 10,
    processes: [1, 2, 4, 6],
    send: (gateways, run) => sendClicks(gateways, (click) => geneOf(Math.floor(click / EQUAL), run)),
  },
  { name: 'different clicks', rps: 3, processes: [1, 4], send: differentClicks },
  {
    name: `${BULKS} bulks of 1,000 genes`,
    rps: 10,
    processes: [1, 4],
    send: async (gateways, run) => {
      const numbers = Array.from({ length: BULKS }, (_, number) => number);
      await Promise.all(numbers.map((number) => bulk(gateways[number % gateways.length], number, run)));
      return [];
    },
  },
  { name: 'clicks beside the bulk of another process', rps: 10, processes: [1, 2, 4], send: besideBulk },
];

function differentClicks(gateways: readonly ServerProcess[], run: number): Promise<readonly number[]> {
  return sendClicks(gateways, (click) => geneOf(click, run));
}

/** Clicks of many clients, each of which goes on with the next when it is answered. */
export async function sendClicks(
  gateways: readonly ServerProcess[],
  of: (click: number) => string,
): Promise<readonly number[]> {
  let next = 0;
  const client = async (number: number): Promise<void> => {
    for (let click = next++; click < CLICKS; click = next++) {
      await clickOn(gateways[number % gateways.length], of(click));
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
  return [];
}

async function besideBulk(gateways: readonly ServerProcess[], run: number): Promise<readonly number[]> {
  const times: number[] = [];
  const beside = async (): Promise<void> => {
    for (let click = 0; click < CLICKS_BESIDE; click += 1) {
      const startedAt = performance.now();
      // Records of the bulk from its end, which are requested last.
      const gene = click % 2 === 0 ? BULK_GENES - 1 - click : BULKS * BULK_GENES + click;
      await clickOn(gateways.at(-1), geneOf(gene, run));
      times.push(performance.now() - startedAt);
    }
  };
  await Promise.all([bulk(gateways[0], 0, run), beside()]);
  return times;
}

export async function clickOn(gateway: ServerProcess | undefined, uid: string): Promise<void> {
  // A kept connection may be closed at the moment it is used again.
  const response = await gateway?.send(CLICK, { uid }).catch(() => gateway.send(CLICK, { uid }));
  checkClick(uid, (await response?.text()) ?? '');
}

async function bulk(gateway: ServerProcess | undefined, number: number, run: number): Promise<void> {
  const uids = Array.from({ length: BULK_GENES }, (_, gene) => geneOf(number * BULK_GENES + gene, run));
  const response = await gateway?.send(BULK, { uids });
  checkBulk(uids, (await response?.text()) ?? '');
}
