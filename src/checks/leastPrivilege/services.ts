import type { KnownRole, RoleCatalogue } from '../../roles/model.ts';
import type { Component } from '../../workload/model.ts';
import { reach } from '../grants.ts';

/** A service that the list of Azure roles knows. */
export interface Service {
  /** As the list calls it. */
  readonly service: string;
  /** Words in the id, the name or an alias of a component that is this service. */
  readonly phrases: readonly string[];
  /** Its keys and secrets, as the list abbreviates them. */
  readonly keys: readonly string[];
  /** The role for the usual work on it, when no generic one is needed. */
  readonly usual?: string;
}

/** Services of `roles/azure-rbac.json`. The more particular phrases come first, where one holds another. */
const services: readonly Service[] = [
  {
    service: 'Container Registry',
    phrases: ['container registry', 'acr'],
    keys: ['acr'],
    usual: 'AcrPush',
  },
  {
    service: 'Container Apps',
    phrases: ['container apps', 'container app', 'aca'],
    keys: ['aca'],
    usual: 'Container Apps Contributor',
  },
  { service: 'Key Vault', phrases: ['key vault', 'keyvault'], keys: [], usual: 'Key Vault Secrets Officer' },
  {
    service: 'Storage',
    phrases: ['azure storage', 'storage account', 'blob storage', 'data lake storage', 'adls'],
    keys: ['storage'],
    usual: 'Storage Blob Data Contributor',
  },
  {
    service: 'AI Search',
    phrases: ['ai search', 'cognitive search'],
    keys: ['search'],
    usual: 'Search Service Contributor',
  },
  {
    service: 'AI Foundry',
    phrases: ['ai foundry', 'microsoft foundry', 'ai studio'],
    keys: ['cog', 'amlconn'],
    usual: 'Foundry User',
  },
  {
    service: 'Azure OpenAI / AI Services',
    phrases: ['azure openai', 'aoai', 'cognitive services', 'ai services'],
    keys: ['cog'],
    usual: 'Cognitive Services OpenAI Contributor',
  },
  {
    service: 'Azure ML',
    phrases: ['azure machine learning', 'azure ml', 'azureml', 'aml'],
    keys: ['aml', 'amlconn'],
    usual: 'AzureML Data Scientist',
  },
  {
    service: 'Cosmos DB',
    phrases: ['cosmos db', 'cosmosdb'],
    keys: ['cosmos', 'cosmosro'],
    usual: 'Cosmos DB Operator',
  },
  { service: 'SQL', phrases: ['azure sql', 'azure sql database'], keys: [], usual: 'SQL DB Contributor' },
  { service: 'Data Factory', phrases: ['data factory', 'adf'], keys: [], usual: 'Data Factory Contributor' },
  { service: 'Event Hubs', phrases: ['event hubs', 'event hub'], keys: ['eh'], usual: 'Azure Event Hubs Data Sender' },
  {
    service: 'API Management',
    phrases: ['api management', 'apim'],
    keys: ['apimkeys'],
    usual: 'API Management Service Contributor',
  },
  {
    service: 'App Service / Functions',
    phrases: [
      'app service',
      'web apps',
      'web app',
      'azure webapps',
      'azure functions',
      'function app',
      'function apps',
    ],
    keys: ['web', 'webpub'],
    usual: 'Website Contributor',
  },
  { service: 'Monitoring', phrases: ['log analytics'], keys: ['la'], usual: 'Log Analytics Reader' },
];

const recognised = new WeakMap<Component, { readonly service: Service | undefined }>();

/** Which of the services a component is; undefined when its names do not tell. */
export function serviceOf(component: Component): Service | undefined {
  const before = recognised.get(component);
  if (before !== undefined) return before.service;
  const names = [component.id, component.name, ...component.aliases].map(words);
  const service = services.find(({ phrases }) =>
    phrases.some((phrase) => names.some((name) => name.includes(` ${phrase} `))),
  );
  recognised.set(component, { service });
  return service;
}

function words(name: string): string {
  return ` ${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
}

/** Whether a role can fetch keys or secrets of the component itself. */
export function fetchesKeysOf(role: KnownRole, component: Component): boolean {
  if (role.keys.length === 0) return false;
  if (role.keys.includes('ALL')) return true;
  return serviceOf(component)?.keys.some((key) => role.keys.includes(key)) === true;
}

/** A role that is made for work on the component, and neither gives access nor is meant to be looked past. */
export function narrowerRole(role: KnownRole, component: Component, roles: RoleCatalogue): KnownRole | undefined {
  if (role.system !== 'azure-rbac') return mostUseful(role, roles);
  const service = serviceOf(component);
  const usual = service?.usual === undefined ? undefined : roles.find(role.system, service.usual);
  return usual === undefined || usual.name === role.name ? undefined : usual;
}

/**
 * Of a system that is one service: the role that can do the most short of giving access. None where roles are for one
 * kind of object each (`Job* CAN MANAGE`): the tables do not say which kind is needed.
 */
function mostUseful(role: KnownRole, roles: RoleCatalogue): KnownRole | undefined {
  const all = roles.of(role.system);
  if (all.some(({ name }) => name.includes('*'))) return undefined;
  const candidates = all
    .filter((one) => !one.privileged && one.grants === undefined && one.power !== 'grant' && one.name !== role.name)
    .filter((one) => one.service === role.service);
  return candidates.reduce<KnownRole | undefined>(
    (best, one) => (best === undefined || reach(one.power) > reach(best.power) ? one : best),
    undefined,
  );
}
