import type { LabelKey, Labels } from '../design/design.ts';
import type { PersonaInput } from '../schema/persona.ts';
import {
  type CellReading,
  readIdentity,
  readKind,
  readNames,
  readSkills,
  readWords,
  writeIdentity,
  writeKind,
  writeNames,
  writeSkills,
} from './cellValues.ts';

export type PersonaKey = keyof PersonaInput;

/** One column of a table of personas: a row a persona, names as its file has them. */
export interface PersonaColumn {
  readonly key: PersonaKey;
  /** The header, in the language of the labels. */
  readonly header: LabelKey;
  /** Other headers that it is read by, in lower case and without punctuation. English first, then Finnish. */
  readonly synonyms: readonly string[];
  /** The text of a persona's cell; empty when the file says nothing. */
  readonly write: (persona: PersonaInput, labels: Labels) => string;
  /** The value of a cell. `separator`: one more character between the items of a list. */
  readonly read: (cell: string, separator?: string) => CellReading;
}

type TextKey = 'id' | 'name' | 'team' | 'summary' | 'goal' | 'notes' | 'image' | 'group' | 'sponsor';
type ListKey = 'primaryInteraction' | 'components' | 'processes' | 'duties' | 'tools';

function textColumn(key: TextKey, ...synonyms: readonly string[]): PersonaColumn {
  return { key, header: key, synonyms, write: (persona) => persona[key] ?? '', read: readWords };
}

function listColumn(key: ListKey, ...synonyms: readonly string[]): PersonaColumn {
  return { key, header: key, synonyms, write: (persona) => writeNames(persona[key]), read: readNames };
}

/** All columns, in the order in which they are written. */
export const personaColumns: readonly PersonaColumn[] = [
  textColumn('id', 'persona id', 'personaid', 'role id', 'identifier', 'code', 'no', 'persoonan tunnus', 'tunniste'),
  textColumn('name', 'persona', 'persona name', 'role name', 'role', 'title', 'persoona', 'persoonan nimi', 'rooli'),
  {
    key: 'kind',
    header: 'kind',
    synonyms: ['type', 'persona kind', 'persona type', 'tyyppi', 'persoonan laji', 'persoonan tyyppi'],
    write: ({ kind }, labels) => writeKind(kind, labels),
    read: readKind,
  },
  textColumn('team', 'responsible team', 'owner team', 'team name', 'vastuutiimi', 'vastuullinen tiimi'),
  listColumn(
    'primaryInteraction',
    'primary interactions',
    'interaction',
    'interactions',
    'interacts with',
    'works with',
    'collaborates with',
    'partners',
    'partner teams',
    'yhteistyö',
    'tekee yhteistyötä',
    'kumppanit',
  ),
  listColumn(
    'components',
    'component',
    'component access',
    'services',
    'service',
    'services used',
    'azure services',
    'resources',
    'komponentit',
    'komponentti',
    'palvelut',
    'resurssit',
  ),
  listColumn('processes', 'process', 'responsibilities', 'prosessi', 'vastuut'),
  {
    key: 'skills',
    header: 'skills',
    synonyms: ['skill', 'competences', 'competencies', 'skillset', 'taito', 'osaaminen', 'osaamiset'],
    write: ({ skills }) => writeSkills(skills),
    read: readSkills,
  },
  textColumn('summary', 'description', 'about', 'kuvaus', 'yhteenveto'),
  textColumn('goal', 'goals', 'objective', 'objectives', 'tavoitteet', 'päämäärä'),
  textColumn('notes', 'note', 'speaker notes', 'remarks', 'comments', 'muistiinpano', 'huomiot', 'huomautukset'),
  textColumn('image', 'picture', 'portrait', 'photo', 'valokuva', 'muotokuva'),
  textColumn('group', 'security group', 'entra group', 'ad group', 'ryhmä', 'käyttäjäryhmä'),
  {
    key: 'identity',
    header: 'identity',
    synonyms: ['identities', 'managed identity', 'service principal', 'identiteetit', 'hallittu identiteetti'],
    write: ({ identity }) => writeIdentity(identity),
    read: readIdentity,
  },
  textColumn('sponsor', 'accountable', 'owner', 'vastuullinen', 'omistaja'),
  listColumn('duties', 'duty', 'release duties', 'tehtävät', 'tehtävä'),
  listColumn('tools', 'tool', 'actions', 'tools and actions', 'työkalu', 'toiminnot'),
];

/** The headers, in the order of the columns. */
export function personaHeaders(labels: Labels): string[] {
  return personaColumns.map(({ header }) => labels[header]);
}

/**
 * The texts of a persona's cells, in the order of the columns. Lists have an item on each line. For a linked persona
 * give its `written`: so that reading the table gives the file again.
 */
export function personaCells(persona: PersonaInput, labels: Labels): string[] {
  return personaColumns.map(({ write }) => write(persona, labels));
}
