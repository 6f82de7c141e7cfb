// SPDX-License-Identifier: Apache-2.0
import { signal } from '@preact/signals';

/** The panel stays open when the screen behind it changes by itself. */
export const panelOpen = signal(false);
