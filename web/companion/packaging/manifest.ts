// SPDX-License-Identifier: Apache-2.0
// What the companion asks of each browser. docs/operations/companion.md explains every permission.

export const version = '1.0.0';
export const firefoxId = 'companion@preau';

const common = {
  manifest_version: 3,
  name: 'Compagnon Préau',
  version,
  description:
    'Pendant un test de certification, ce poste ne joint que le boîtier de la salle. Aucune donnée n’est recueillie.',
  icons: { 48: 'icon48.png', 128: 'icon128.png' },
  permissions: ['alarms', 'declarativeNetRequest', 'storage', 'tabs'],
  content_scripts: [
    { matches: ['http://*/*', 'https://*/*'], js: ['content.js'], run_at: 'document_start' },
  ],
  action: { default_popup: 'state.html', default_title: 'Préau', default_icon: 'icon48.png' },
  content_security_policy: { extension_pages: "default-src 'self'" },
};

/** `publicKey` keeps the id of an unpacked copy the same as the package's. */
export function chromiumManifest(publicKey: Uint8Array) {
  return {
    ...common,
    key: Buffer.from(publicKey).toString('base64'),
    minimum_chrome_version: '109',
    background: { service_worker: 'background.js' },
    storage: { managed_schema: 'managed_schema.json' },
  };
}

export function firefoxManifest() {
  return {
    ...common,
    background: { scripts: ['background.js'] },
    browser_specific_settings: {
      gecko: {
        id: firefoxId,
        strict_min_version: '128.0', // older ones ask somebody to allow each site first
        data_collection_permissions: { required: ['none'] },
      },
    },
  };
}

/** What a school's policy may set: addresses of boxes besides those of its local network. */
export const managedSchema = {
  type: 'object',
  properties: { boxes: { type: 'array', items: { type: 'string' } } },
};
