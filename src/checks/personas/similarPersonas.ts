import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Persona, Workload } from '../../workload/model.ts';
import { nameKey } from '../../workload/slug.ts';
import { nameOf } from '../grants.ts';
import { remembered } from '../remembered.ts';
import { type Check, finding, type Rule } from '../rule.ts';

const alike: Rule = {
  code: 'SET102',
  title: 'Two personas nearly the same',
  severity: 'warning',
  area: 'personas',
  source:
    'Azure Well-Architected Framework, personas of AI workloads: trade-off of the number of personas; SE:05 identity and access',
  why: 'What only looks like two is kept twice: two cards, two groups, two sets of roles that drift apart.',
  fix: 'Merge them, or say in components, processes and skills what sets them apart.',
};

/** Whether each persona differs from the others. */
export const similarPersonaCheck: Check = { rules: [alike], run: findAlike };

/** Share of what either has that both have, from which two personas are nearly the same. */
const leastShared = 0.8;
/** Cards with less on them cannot be compared. */
const leastFeatures = 5;
/** Personas looked at for each feature: where more are alike, the first of them stand for all. */
const mostCandidates = 30;

/** A persona with what it needs, rarest first. */
interface Profile {
  readonly persona: Persona;
  readonly features: readonly string[];
}

/** One finding a persona at most: it names the persona before it that is closest. */
function findAlike(workload: Workload): Diagnostic[] {
  const seen = new Index();
  return profilesOf(workload).flatMap((profile) => {
    const closest = seen.closest(profile);
    seen.add(profile);
    return closest === undefined ? [] : findingOf(profile.persona, closest.other.persona, closest.shared);
  });
}

function findingOf(persona: Persona, other: Persona, shared: number): Diagnostic {
  const share = shared === 1 ? 'the same' : `to ${Math.floor(shared * 100)} % the same`;
  return finding(
    alike,
    `${nameOf(persona)} and ${nameOf(other)} have ${share} components, processes, skills and roles`,
    persona.location,
    {
      related: [{ message: nameOf(other), location: other.location }],
      about: { persona: persona.id },
    },
  );
}

/** What each persona needs. A human and an agent that do the same are not compared. */
function profilesOf({ personas, assignments }: Workload): Profile[] {
  const keyOf = remembered(nameKey);
  const roles = new Map<string, string[]>();
  for (const { principal, component, environment, role, assignment } of assignments) {
    if (principal.kind !== 'persona' || role === undefined) continue;
    const own = roles.get(principal.id) ?? [];
    own.push(['role', component.id, environment.id, keyOf(role.name), assignment].join('\n'));
    roles.set(principal.id, own);
  }
  const all = personas.map((persona) => ({
    persona,
    features: new Set([
      ...persona.components.map(({ id }) => `component\n${id}`),
      ...persona.processes.map(({ id }) => `process\n${id}`),
      ...persona.skills.map(({ name }) => `skill\n${keyOf(name)}`),
      ...(roles.get(persona.id) ?? []),
    ]),
  }));
  const holders = new Map<string, number>();
  for (const { features } of all) for (const one of features) holders.set(one, (holders.get(one) ?? 0) + 1);
  const rareFirst = (a: string, b: string): number => (holders.get(a) ?? 0) - (holders.get(b) ?? 0) || (a < b ? -1 : 1);
  return all
    .filter(({ features }) => features.size >= leastFeatures)
    .map(({ persona, features }) => ({ persona, features: [...features].sort(rareFirst) }));
}

/**
 * Personas by their rarest features. Two that share as much as `leastShared` asks share one of these at least, so that
 * what everybody has (a common process) brings nobody together.
 */
class Index {
  readonly #byFeature = new Map<string, Profile[]>();
  readonly #bySet = new Map<string, Profile>();

  add(profile: Profile): void {
    const set = setKey(profile);
    // One of those that are wholly the same is enough.
    if (this.#bySet.has(set)) return;
    this.#bySet.set(set, profile);
    for (const feature of telling(profile)) {
      const known = this.#byFeature.get(feature);
      if (known === undefined) this.#byFeature.set(feature, [profile]);
      else if (known.length < mostCandidates) known.push(profile);
    }
  }

  closest(profile: Profile): { readonly other: Profile; readonly shared: number } | undefined {
    const same = this.#bySet.get(setKey(profile));
    if (same !== undefined) return { other: same, shared: 1 };
    const own = new Set(profile.features);
    const candidates = new Set(telling(profile).flatMap((feature) => this.#byFeature.get(feature) ?? []));
    let best: { readonly other: Profile; readonly shared: number } | undefined;
    for (const other of candidates) {
      const shared = other.persona.kind === profile.persona.kind ? sharedBy(own, other) : 0;
      if (shared >= leastShared && shared > (best?.shared ?? 0)) best = { other, shared };
    }
    return best;
  }
}

function setKey({ persona, features }: Profile): string {
  return [persona.kind, ...features].join('\n\n');
}

/** The rarest features: as many as two personas that are nearly the same cannot all differ in. */
function telling({ features }: Profile): readonly string[] {
  return features.slice(0, features.length - Math.ceil(leastShared * features.length) + 1);
}

/** Jaccard index: what both have of what either has. */
function sharedBy(own: ReadonlySet<string>, { features }: Profile): number {
  const both = features.filter((feature) => own.has(feature)).length;
  return both / (own.size + features.length - both);
}
