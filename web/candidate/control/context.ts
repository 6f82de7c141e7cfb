// SPDX-License-Identifier: Apache-2.0
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Station } from './station.ts';

const StationContext = createContext<Station | null>(null);
export const StationProvider = StationContext.Provider;

/** The station every screen belongs to. */
export function useStation(): Station {
  const station = useContext(StationContext);
  if (!station) throw new Error('a screen outside of StationProvider');
  return station;
}
