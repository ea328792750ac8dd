import type { KnownRole } from './model.ts';
import { highestPower } from './power.ts';

/** What several roles give together, as if it were one role. */
export function combined(name: string, roles: readonly KnownRole[]): KnownRole | undefined {
  const [first, ...others] = roles;
  if (first === undefined || others.length === 0) return first;
  const plane = roles.every((role) => role.plane === first.plane) ? first.plane : 'both';
  const grants = roles.some((role) => role.grants === 'any')
    ? 'any'
    : roles.find((role) => role.grants !== undefined)?.grants;
  return {
    system: first.system,
    name,
    formerNames: [],
    aliases: [],
    power: highestPower(roles.map(({ power }) => power)) ?? first.power,
    plane,
    readsData: roles.some(({ readsData }) => readsData),
    keys: [...new Set(roles.flatMap(({ keys }) => keys))],
    ...(grants === undefined ? {} : { grants }),
    privileged: roles.some(({ privileged }) => privileged),
  };
}
