import type { Component } from '../workload/model.ts';
import { personaPagePath } from './personaPage.ts';

/** What a link leads to. It stays a value until an output resolves it against its own place. */
export interface LinkTarget {
  /**
   * `rbac`: the RBAC markdown of a component. `card`: the markdown card of a persona. `persona`: the page that leads on to
   * it from an address that lasts. `site`: a page of the site. `diagrams`: a picture of a flow or architecture. `web`: an address, taken as it is.
   */
  readonly kind: 'rbac' | 'card' | 'persona' | 'site' | 'diagrams' | 'web';
  /** `rbac`, `site`, `diagrams`: path below the folder of that name. `card`: the card's stem. `persona`: its id. `web`: the address. */
  readonly id: string;
  readonly anchor?: string;
  /** `rbac` only: the file relative to the project root, for addresses in the source repository. */
  readonly sourceFile?: string;
}

/** The RBAC markdown of a component; undefined when it has none. */
export function rbacLink({ rbac }: Component): LinkTarget | undefined {
  return rbac && { kind: 'rbac', id: rbac.publishPath, sourceFile: rbac.path };
}

/** Where links lead: relative to the artifact by default; absolute when `base` says where `out/` will be published. */
export interface LinkPolicy {
  /** Absolute URL of the published `out/`; the path below `out/` is appended. */
  readonly base?: string;
  /** Absolute URL of RBAC files in the source repository, with `{file}` for the path below the project root. */
  readonly rbac?: string;
}

/** Path of what a target names, below `out/`, not yet encoded. */
export function pathOf(target: LinkTarget): string {
  if (target.kind === 'persona') return personaPagePath(target.id);
  return target.kind === 'card' ? `markdown/${target.id}.md` : `${target.kind}/${target.id}`;
}

/**
 * Turns a target into the address to write into the artifact at `fromPath` (below `out/`, forward slashes).
 * Each path segment is percent-encoded; a relative address has no leading `./` (PDF adds it: see `finishPdf`).
 */
export function resolve(target: LinkTarget, fromPath: string, policy: LinkPolicy): string {
  if (target.kind === 'web') return target.id;
  const anchor = target.anchor === undefined ? '' : `#${encodeURIComponent(target.anchor)}`;
  if (target.kind === 'rbac' && policy.rbac !== undefined && target.sourceFile !== undefined) {
    return policy.rbac.replaceAll('{file}', encodePath(target.sourceFile)) + anchor;
  }
  const path = pathOf(target);
  if (policy.base !== undefined) return `${policy.base.replace(/\/*$/, '/')}${encodePath(path)}${anchor}`;
  return encodePath(relativePath(fromPath, path)) + anchor;
}

/** Both paths below one folder, with forward slashes. */
export function relativePath(fromPath: string, toPath: string): string {
  const from = fromPath.split('/').slice(0, -1);
  const to = toPath.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

/** Percent-encodes each segment; parentheses and apostrophes too, since markdown and PDF give them a meaning. */
export function encodePath(path: string): string {
  return path
    .split('/')
    .map((segment) =>
      segment === '..'
        ? segment
        : encodeURIComponent(segment).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`),
    )
    .join('/');
}

/** Whether an address leads to the same place wherever it is written. */
export const isAbsolute = (address: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(address);
