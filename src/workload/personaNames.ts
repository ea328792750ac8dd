import { Guesses } from './guesses.ts';
import { nameKey } from './slug.ts';

export interface PersonaName {
  readonly id: string;
  readonly name: string;
}

/** Whom a text names. */
export type NamedPersona =
  | { readonly kind: 'found'; readonly persona: PersonaName; readonly doubt?: 'wrongCase' | 'otherName' }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'unknown'; readonly suggestion?: string };

/** Longest id that the schema allows: no longer beginning of a text is tried as an id. */
const longestId = 40;

/** Finds personas by `P001`, `AI Data Engineer`, `P001 AI Data Engineer` or `AI Data Engineer (P001)`. */
export class PersonaNames {
  readonly #byId = new Map<string, PersonaName>();
  readonly #byName = new Map<string, PersonaName[]>();
  readonly #offers: readonly string[];
  readonly #guesses = new Guesses();
  /** The same texts come again and again in tables. */
  readonly #known = new Map<string, NamedPersona>();

  constructor(personas: readonly PersonaName[]) {
    for (const persona of personas) {
      const id = persona.id.toLowerCase();
      if (!this.#byId.has(id)) this.#byId.set(id, persona);
      const key = nameKey(persona.name);
      this.#byName.set(key, [...(this.#byName.get(key) ?? []), persona]);
    }
    this.#offers = personas.flatMap(({ id, name }) => [`${id} ${name}`, name, id]);
  }

  find(text: string): NamedPersona {
    let known = this.#known.get(text);
    if (known === undefined) {
      const written = text.trim().replace(/\s+/g, ' ');
      known = this.#whole(written) ?? this.#idFirst(written) ?? this.#idLast(written) ?? this.#unknown(written);
      this.#known.set(text, known);
    }
    return known;
  }

  #whole(written: string): NamedPersona | undefined {
    const byId = this.#byId.get(written.toLowerCase());
    if (byId !== undefined) return found(byId, byId.id === written ? undefined : 'wrongCase');
    const [persona, second] = this.#byName.get(nameKey(written)) ?? [];
    if (persona === undefined) return undefined;
    if (second !== undefined) return { kind: 'ambiguous' };
    const differsInCase = persona.name !== written && persona.name.toLowerCase() === written.toLowerCase();
    return found(persona, differsInCase ? 'wrongCase' : undefined);
  }

  /** `P001 AI Data Engineer`, `P001: ...`, `P001 (...)`. The longest beginning that is an id counts. */
  #idFirst(written: string): NamedPersona | undefined {
    for (let end = Math.min(written.length - 1, longestId); end > 0; end -= 1) {
      if (!/[\s:–—,/(|-]/.test(written[end] ?? '')) continue;
      const persona = this.#byId.get(written.slice(0, end).toLowerCase());
      if (persona !== undefined) return withName(persona, written.slice(0, end), written.slice(end));
    }
    return undefined;
  }

  /** `AI Data Engineer (P001)` and `AI Data Engineer P001`. */
  #idLast(written: string): NamedPersona | undefined {
    const start = Math.max(written.lastIndexOf('('), written.lastIndexOf(' ')) + 1;
    const id = written.slice(start).replace(/\)$/, '').trim();
    const persona = this.#byId.get(id.toLowerCase());
    return persona === undefined ? undefined : withName(persona, id, written.slice(0, start));
  }

  #unknown(written: string): NamedPersona {
    const suggestion = this.#guesses.closest(written, this.#offers);
    return { kind: 'unknown', ...(suggestion === undefined ? {} : { suggestion }) };
  }
}

function withName(persona: PersonaName, id: string, name: string): NamedPersona {
  const words = name.replace(/[^\p{L}\p{N}]/gu, '');
  if (words !== '' && nameKey(name) !== nameKey(persona.name)) return found(persona, 'otherName');
  return found(persona, id === persona.id ? undefined : 'wrongCase');
}

function found(persona: PersonaName, doubt: 'wrongCase' | 'otherName' | undefined): NamedPersona {
  return { kind: 'found', persona, ...(doubt === undefined ? {} : { doubt }) };
}
