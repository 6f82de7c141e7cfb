// SPDX-License-Identifier: Apache-2.0
import { isPassing, retryAfterMs, type Outcome, type Problem } from './outcome.ts';

export const apiRoot = '/api/v1';

export interface Sending {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  token?: string | undefined;
  body?: unknown;
  idempotencyKey?: string;
  timeoutMs?: number;
  /** The page closes: the request goes on without it. */
  leaving?: boolean;
}

/** One request to the box. A network failure, a timeout and a busy box all end as `unreachable`. */
export async function request<T>(sending: Sending): Promise<Outcome<T>> {
  const abort = new AbortController();
  const alarm = setTimeout(() => abort.abort(), sending.timeoutMs ?? 8000);
  const start = performance.now();
  try {
    const response = await fetch(apiRoot + sending.path, {
      ...options(sending),
      signal: abort.signal,
    });
    if (response.ok)
      return { kind: 'ok', body: (await response.json()) as T, tripMs: performance.now() - start };
    if (isPassing(response.status))
      return {
        kind: 'unreachable',
        retryAfterMs: retryAfterMs(response.headers.get('Retry-After')),
        problem: await readProblem(response),
      };
    return { kind: 'refused', problem: await readProblem(response) };
  } catch {
    return { kind: 'unreachable', retryAfterMs: 0 };
  } finally {
    clearTimeout(alarm);
  }
}

function options(sending: Sending): RequestInit {
  const headers: Record<string, string> = {};
  if (sending.method !== 'GET') headers['X-Preau'] = '1';
  if (sending.token) headers['Authorization'] = `Bearer ${sending.token}`;
  if (sending.idempotencyKey) headers['Idempotency-Key'] = sending.idempotencyKey;
  const options: RequestInit = { method: sending.method, headers, cache: 'no-store' };
  if (sending.leaving) options.keepalive = true;
  if (sending.body !== undefined) {
    headers['Content-Type'] = 'application/json';
    options.body = JSON.stringify(sending.body);
  }
  return options;
}

async function readProblem(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => ({}))) as Partial<Problem>;
  const problem: Problem = {
    status: response.status,
    code: body.code ?? 'unknown',
    title: body.title ?? `Le boîtier a refusé la demande (${response.status}).`,
  };
  if (body.field) problem.field = body.field;
  return problem;
}
