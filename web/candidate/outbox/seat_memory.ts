// SPDX-License-Identifier: Apache-2.0
import { newCommandId } from '../../shared/api/command_id.ts';
import { openDatabase, type Database } from '../../shared/store/database.ts';

/** What this station is called, whoever sits at it. */
export interface Seat {
  /** 32 hexadecimal digits, drawn once. */
  device: string;
  /** "poste 12"; "" until someone types it. */
  name: string;
}

const key = 'seat';

export function unnamedSeat(): Seat {
  return { device: newCommandId(), name: '' };
}

/** Apart from the tests' memory, which each candidate leaves empty. */
export class SeatMemory {
  static async open(): Promise<SeatMemory> {
    return new SeatMemory(await openDatabase('preau-seat', [{ name: 'kept' }]));
  }

  private constructor(private readonly database: Database) {}

  async seat(): Promise<Seat> {
    return (await this.database.get<Seat>('kept', key)) ?? unnamedSeat();
  }

  keep(seat: Seat): Promise<void> {
    return this.database.put('kept', seat, key);
  }
}
