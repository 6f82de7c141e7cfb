// SPDX-License-Identifier: Apache-2.0
// The box's office routes, one function each (docs/api).
import { request } from '../../shared/api/request.ts';
import type { DeliveriesView } from '../model/delivery.ts';

export function enter(code: string) {
  return request<{ token: string }>({ method: 'POST', path: '/office/enter', body: { code } });
}

export function deliveries(token: string) {
  return request<DeliveriesView>({ method: 'GET', path: '/deliveries', token });
}

export function tryNow(token: string) {
  return request<object>({ method: 'POST', path: '/deliveries/try', token, body: {} });
}
