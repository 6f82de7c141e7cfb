// SPDX-License-Identifier: Apache-2.0
// The part of the browsers' extension interface that the companion uses, and no more.
// Chromium and Firefox both give it under this name, with promises.

interface Happening<Handler extends (...args: never[]) => unknown> {
  addListener(handler: Handler): void;
}

interface StorageArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
}

interface Sender {
  id?: string;
  url?: string;
  frameId?: number;
}

interface Tab {
  id?: number;
  url?: string;
}

declare const chrome: {
  runtime: {
    id: string;
    getManifest(): { version: string };
    getURL(path: string): string;
    sendMessage(message: unknown): Promise<unknown>;
    onMessage: Happening<
      (message: unknown, sender: Sender, answer: (value: unknown) => void) => boolean
    >;
    onStartup: Happening<() => void>;
    onInstalled: Happening<() => void>;
  };
  storage: {
    local: StorageArea;
    managed: StorageArea;
    onChanged: Happening<() => void>;
  };
  alarms: {
    create(name: string, options: { when: number }): Promise<void>;
    clear(name: string): Promise<boolean>;
    onAlarm: Happening<() => void>;
  };
  tabs: {
    query(filter: object): Promise<Tab[]>;
    update(tab: number, options: { url: string }): Promise<Tab>;
    onUpdated: Happening<(id: number, change: { url?: string }, tab: Tab) => void>;
  };
  action: {
    setBadgeText(options: { text: string }): Promise<void>;
    setTitle(options: { title: string }): Promise<void>;
  };
  declarativeNetRequest: {
    updateDynamicRules(change: {
      removeRuleIds: number[];
      addRules: import('../model/rules.ts').Rule[];
    }): Promise<void>;
  };
};
