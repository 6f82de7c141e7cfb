// SPDX-License-Identifier: Apache-2.0
// What the box says of its sealed sessions (docs/api).

export type DeliveryState = 'waiting' | 'sending' | 'stored' | 'accepted' | 'refused';

export interface DeliveryTrouble {
  code: string;
  /** French, by the box: what is the matter and what to do. */
  message: string;
  /** The platform's own words; often empty. */
  said: string;
}

export interface Delivery {
  session: string;
  number: string;
  site: string;
  room: string;
  date: string;
  time: string;
  candidates: number;
  seal_code: string | null;
  state: DeliveryState;
  bytes_sent: number;
  bytes_total: number;
  error: DeliveryTrouble | null;
  tried_at: string | null;
  next_try: string | null;
  received_at: string | null;
  deadline: string | null;
  days_left: number | null;
}

export interface StickNews {
  here: boolean;
  carried: number;
  waiting: number;
  taken: number;
  error: DeliveryTrouble | null;
  at: string;
}

export interface DeliveriesView {
  box_time: string;
  sync_runs: boolean;
  answered_at: string | null;
  error: DeliveryTrouble | null;
  stick: StickNews | null;
  deliveries: Delivery[];
}
