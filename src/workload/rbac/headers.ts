/** What a column of an access table holds, by its header. */
export type Column =
  | 'persona'
  | 'identity'
  | 'environment'
  | 'component'
  | 'role'
  | 'roleId'
  | 'system'
  | 'scope'
  | 'assignment'
  | 'limit'
  | 'approver'
  | 'review'
  | 'ticket'
  | 'why';

/** Headers in every locale that ships, in lower case and without punctuation. English first, then Finnish. */
const headers: Readonly<Record<Column, readonly string[]>> = {
  persona: [
    'persona',
    'personas',
    'persona id',
    'principal',
    'who',
    'persoona',
    'persoonat',
    'persoonan tunnus',
    'kuka',
  ],
  identity: [
    'identity',
    'identities',
    'managed identity',
    'managed identities',
    'service principal',
    'identiteetti',
    'identiteetit',
    'hallittu identiteetti',
    'palveluidentiteetti',
  ],
  environment: ['environment', 'environments', 'env', 'ympäristö', 'ympäristöt'],
  component: ['component', 'service', 'resource', 'komponentti', 'palvelu', 'resurssi'],
  role: [
    'role',
    'roles',
    'role name',
    'role s',
    'permission',
    'permissions',
    'rooli',
    'roolit',
    'roolin nimi',
    'oikeus',
    'oikeudet',
  ],
  roleId: ['role id', 'roleid', 'role definition id', 'roolin tunnus', 'roolin tunniste', 'rooli id', 'roolitunnus'],
  system: ['system', 'role system', 'järjestelmä', 'roolijärjestelmä'],
  scope: ['scope', 'kohde', 'laajuus', 'rajaus', 'vaikutusalue'],
  assignment: [
    'assignment',
    'assignment type',
    'access type',
    'osoitus',
    'osoitustapa',
    'myöntö',
    'myöntötapa',
    'voimassaolo',
  ],
  limit: [
    'limit',
    'time limit',
    'max duration',
    'maximum duration',
    'aikaraja',
    'enimmäiskesto',
    'enimmäisaika',
    'kesto',
  ],
  approver: ['approver', 'approval', 'approved by', 'hyväksyjä', 'hyväksyntä'],
  review: ['review', 'access review', 'review by', 'katselmointi', 'katselmus', 'tarkistus'],
  ticket: ['ticket', 'issue', 'change', 'tiketti', 'työpyyntö'],
  why: ['why', 'reason', 'justification', 'purpose', 'miksi', 'perustelu', 'peruste', 'syy', 'tarkoitus'],
};

const columns = new Map<string, Column>(
  Object.entries(headers).flatMap(([column, names]) => names.map((name) => [name, column as Column] as const)),
);

/** The column that a header names; undefined for one that the tool has no meaning for. */
export function columnOf(header: string): Column | undefined {
  return columns.get(headerKey(header));
}

/** The same for all ways to write a header: in another letter case, with other punctuation. */
export function headerKey(header: string): string {
  return header
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
