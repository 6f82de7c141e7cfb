// SPDX-License-Identifier: Apache-2.0
import type { Database } from '../../shared/store/database.ts';
import type { QueuedAct } from './act_queue.ts';

/** Where acts wait. What cannot be kept is sent all the same: none of these ever fails. */
export interface ActStore {
  all(): Promise<QueuedAct[]>;
  put(queued: QueuedAct): Promise<void>;
  remove(id: string): Promise<void>;
}

export const actsStore = { name: 'acts', keyPath: 'id' };

export function actsIn(database: Database | null): ActStore {
  const { name } = actsStore;
  return {
    all: async () => (await database?.all<QueuedAct>(name).catch(() => undefined)) ?? [],
    put: async (queued) => database?.put(name, queued).catch(() => undefined),
    remove: async (id) => database?.remove(name, id).catch(() => undefined),
  };
}
