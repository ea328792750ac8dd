/**
 * The value without keys that have none: a template with `team:` left blank says nothing about the team. Empty entries
 * of lists stay, since leaving one blank is more likely a slip.
 */
export function withoutEmpty(value: unknown): unknown {
  return prune(value, new Map());
}

/** `done` keeps values that aliases share shared. */
function prune(value: unknown, done: Map<object, unknown>): unknown {
  if (value === null || typeof value !== 'object') return value;
  const known = done.get(value);
  if (known !== undefined) return known;
  const pruned: unknown = Array.isArray(value) ? value.map((item) => prune(item, done)) : pruneMapping(value, done);
  done.set(value, pruned);
  return pruned;
}

function pruneMapping(value: object, done: Map<object, unknown>): object {
  const kept = {};
  for (const [key, item] of Object.entries(value)) {
    if (item === null) continue;
    // Not by assignment: a key `__proto__` would set the prototype.
    Object.defineProperty(kept, key, {
      value: prune(item, done),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return kept;
}
