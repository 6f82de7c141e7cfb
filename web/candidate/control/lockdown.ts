// SPDX-License-Identifier: Apache-2.0
// Asks the companion whether it is there, and tells it when to lock. Safe Exam Browser shows itself.
import {
  heardFrom,
  lockdownOf,
  noCompanion,
  pinged,
  type Companion,
  type Lockdown,
} from '../model/lockdown.ts';

const pingMs = 2000;

export interface LockdownListener {
  changed(lockdown: Lockdown): void;
  /** True to lock, false to unlock, null to leave it as it is. */
  wanted(): boolean | null;
}

export class LockdownWatch {
  private companion: Companion = noCompanion;
  private told: Lockdown | undefined;
  private readonly timer = setInterval(() => this.ping(), pingMs);

  constructor(private readonly listener: LockdownListener) {
    addEventListener('message', this.hear);
    this.ping();
  }

  stop() {
    clearInterval(this.timer);
    removeEventListener('message', this.hear);
  }

  /** A page that was reloaded gives the companion the time of its pings before it misses it. */
  remember(version: string | null) {
    if (version !== null && this.companion.version === null) this.take({ ...noCompanion, version });
  }

  get lockdown(): Lockdown {
    return lockdownOf(this.companion, sebVersion());
  }

  /** Asks now, for instance when the test begins or ends. A lock is renewed as long as it lasts. */
  readonly ping = () => {
    this.take(pinged(this.companion));
    const wanted = this.listener.wanted();
    const unlocks = wanted === false && this.companion.locked;
    say(wanted ? 'lock' : unlocks ? 'unlock' : 'ping');
  };

  private readonly hear = ({ source, data }: MessageEvent<unknown>) => {
    if (source === window) this.take(heardFrom(this.companion, data));
  };

  private take(companion: Companion) {
    this.companion = companion;
    const now = this.lockdown;
    if (now.kind === this.told?.kind && now.version === this.told.version) return;
    this.told = now;
    this.listener.changed(now);
  }
}

/** Nothing secret; asking for an origin would only complain when this window has left the page. */
function say(type: 'ping' | 'lock' | 'unlock') {
  postMessage({ preau: 1, to: 'companion', type }, '*');
}

/** What Safe Exam Browser puts in the pages it shows; null in other browsers. */
function sebVersion(): string | null {
  const { SafeExamBrowser: seb } = window as { SafeExamBrowser?: { version?: unknown } };
  if (typeof seb !== 'object') return null;
  return typeof seb.version === 'string' ? seb.version : '';
}
