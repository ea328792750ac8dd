import type {
  AccessCell,
  AccessTable,
  Card,
  CardAccessRow,
  Deck,
  EnvironmentHeading,
  Field,
  Grant,
  Item,
  TeamMark,
} from '../../src/deck/model.ts';
import type { Matrix, MatrixHead } from '../../src/deck/matrices/model.ts';
import type { Design, Theme } from '../../src/design/design.ts';
import { directionOf, loadLabels } from '../../src/design/locale.ts';
import { mm } from '../../src/design/units.ts';
import type { SlidePlan } from '../../src/layout/slides/model.ts';
import { slideSections } from '../../src/schema/settings.ts';
import type { PersonaKind } from '../../src/workload/model.ts';

/** Personas and access only: what most tests of slides look at. */
export const corePlan: SlidePlan = { sections: ['cover', 'personas', 'access'], findings: [] };

/** All sections, with a finding. */
export const fullPlan: SlidePlan = {
  sections: slideSections,
  findings: [
    {
      code: 'ACC403',
      severity: 'warning',
      message: 'P001 AI Data Engineer has no role on Azure Storage in any environment',
      hint: 'add a row to rbac/azure-storage.md',
      place: 'personas/P001.yaml:7',
    },
  ],
};

/** The default theme's colours: Okabe and Ito for the teams. */
export const lightTheme: Theme = {
  name: 'light',
  mode: 'light',
  colors: {
    ground: '#f3f0e8',
    surface: '#ffffff',
    tint: '#f4f2ec',
    ink: '#16202b',
    quiet: '#58626d',
    rule: '#d8d3c7',
    link: '#0b5394',
    production: '#fdf0d2',
    attention: '#a63a00',
  },
  teams: [
    { color: '#0072b2', ink: '#ffffff', pattern: 'diagonal' },
    { color: '#e69f00', ink: '#0d1218', pattern: 'dots' },
    { color: '#009e73', ink: '#0d1218', pattern: 'rows' },
    { color: '#d55e00', ink: '#0d1218', pattern: 'columns' },
    { color: '#cc79a7', ink: '#0d1218', pattern: 'grid' },
    { color: '#56b4e9', ink: '#0d1218', pattern: 'waves' },
    { color: '#f0e442', ink: '#0d1218', pattern: 'checks' },
    { color: '#3d4653', ink: '#ffffff', pattern: 'plain' },
  ],
  fonts: {
    body: { browser: 'Carlito', office: 'Calibri' },
    heading: { browser: 'Carlito', office: 'Calibri' },
  },
  rail: 'filled',
};

export const darkTheme: Theme = {
  ...lightTheme,
  name: 'dark',
  mode: 'dark',
  colors: {
    ground: '#0f151c',
    surface: '#1a232e',
    tint: '#232e3b',
    ink: '#f2f5f8',
    quiet: '#aab6c3',
    rule: '#3b4857',
    link: '#8cc8ff',
    production: '#3a3320',
    attention: '#ffab73',
  },
};

export const lowInkTheme: Theme = {
  ...lightTheme,
  name: 'low-ink',
  rail: 'ruled',
  teams: ['#0072b2', '#b87f00', '#00805d', '#c25500', '#b0568a', '#2f8fc4', '#8a8208', '#3d4653'].map(
    (color, index) => ({
      color,
      ink: '#ffffff',
      pattern: lightTheme.teams[index]?.pattern ?? 'plain',
    }),
  ),
  colors: { ...lightTheme.colors, ground: '#ffffff', tint: '#ffffff', production: '#ffffff' },
};

export function fixtureDesign(theme: Theme = lightTheme, language = 'en'): Design {
  return {
    theme,
    labels: loadLabels(language),
    language,
    card: { name: 'tarot', width: mm(69.85), height: mm(120.65) },
    paper: { name: 'a4', width: mm(210), height: mm(297) },
    digest: theme.name,
  };
}

/** A persona in few words; what is left out is filled in like a usual one. */
export interface PersonaWords {
  readonly id: string;
  readonly name: string;
  readonly kind?: PersonaKind;
  readonly team?: string;
  readonly interaction?: readonly string[];
  readonly components?: readonly string[];
  readonly processes?: readonly string[];
  readonly skills?: readonly string[];
  readonly summary?: string;
  readonly goal?: string;
  readonly notes?: string;
}

const environments: readonly EnvironmentHeading[] = [
  { id: 'dev', name: 'Dev', production: false },
  { id: 'stage', name: 'Stage', production: false },
  { id: 'prod', name: 'Production', production: true },
];

export const baseline: readonly PersonaWords[] = [
  {
    id: 'P001',
    name: 'AI Data Engineer',
    team: 'Data Ingestion Team',
    interaction: ['AI Development Team'],
    components: ['Azure Data Factory', 'Azure Databricks', 'Azure SQL Database', 'Azure Storage'],
    processes: ['DataOps', 'ETL', 'ELT'],
    skills: ['SQL', 'Python', 'PySpark'],
    summary: 'Brings data in and keeps it clean, current and documented.',
    goal: 'Every model and report starts from data that arrives on time and can be traced to its source.',
    notes: 'Start with the sources: who owns each one?\nAsk whether four hours are enough for a long backfill.',
  },
  {
    id: 'P003',
    name: 'BI Analyst',
    team: 'Analytics Team',
    interaction: ['Data Ingestion Team'],
    components: ['Power BI', 'Azure Data Explorer', 'Azure Storage'],
    processes: ['Data analysis', 'Data warehousing process'],
    skills: ['SQL', 'Python', 'PySpark'],
    summary: 'Turns data into reports that the business acts on.',
  },
  {
    id: 'P004',
    name: 'Discriminative AI Data Scientist',
    team: 'AI Team',
    interaction: ['Data Ingestion Team', 'DevOps Team'],
    components: ['Azure Machine Learning', 'Azure Databricks', 'Azure Storage', 'Azure Key Vault'],
    processes: ['MLOps', 'MLflow'],
    skills: ['Azure Machine Learning', 'Python', 'Model training'],
  },
  {
    id: 'P006',
    name: 'GenAI Data Scientist',
    team: 'AI Team',
    interaction: ['Data Ingestion Team', 'DevOps Team'],
    components: ['Azure AI Foundry', 'Azure OpenAI', 'Azure AI Search', 'Azure Storage', 'Azure Key Vault'],
    processes: ['GenAIOps'],
    skills: ['Azure Machine Learning', 'Python', 'Model (LLM, SLM) knowledge', 'Fine tuning', 'RAG', 'Agentic concept'],
    summary: 'Selects, grounds and evaluates language models for the chat.',
    goal: "Answers are grounded in the team's own documents, and their risks are measured before users meet them.",
  },
  {
    id: 'P007',
    name: 'GenAI Chat Developer',
    team: 'Engineering Team',
    interaction: ['AI Team'],
    components: [
      'Azure App Service',
      'Azure API Management',
      'Azure Cosmos DB',
      'Azure Container Apps',
      'Azure Functions',
    ],
    processes: ['DevOps', 'Event-driven processing', 'Microservices'],
    skills: ['Web application architecture (frontend/backend)', 'React', 'Node.js', 'HTML', 'CSS'],
  },
  {
    id: 'P009',
    name: 'BuildAgent MLOps',
    kind: 'agent',
    team: 'Engineering Team',
    interaction: ['AI Team'],
    components: ['Azure Machine Learning', 'Azure DevOps', 'GitHub'],
    processes: ['Process/Serving of LAMBDA', 'Outer loop MLOps'],
    skills: ['Python', 'PySpark'],
  },
];

/** Components of the fixture that have no RBAC file. */
const WITHOUT_FILE: ReadonlySet<string> = new Set(['GitHub']);

export interface FixtureOptions {
  readonly language?: string;
  readonly title?: string;
  readonly environments?: readonly EnvironmentHeading[];
}

/** A deck of these personas, with roles made up from the names of the components. */
export function fixtureDeck(personas: readonly PersonaWords[] = baseline, options: FixtureOptions = {}): Deck {
  const language = options.language ?? 'en';
  const headings = options.environments ?? environments;
  const labels = loadLabels(language);
  const teams = teamsOf(personas);
  const cards = personas.map((words): Card => {
    const { id, name, kind = 'person', summary, goal, notes } = words;
    const team = words.team === undefined ? undefined : teams.get(words.team);
    const optional = Object.fromEntries(
      Object.entries({ team, summary, goal, notes }).filter(([, value]) => value !== undefined),
    );
    return {
      id,
      name,
      stem: stemOf(words),
      kind: { id: kind, label: labels[kind] },
      ...optional,
      fields: fieldsOf(words, teams, labels),
      access: (words.components ?? []).map((component, index) => accessRow(component, index, headings)),
    };
  });
  return {
    title: options.title ?? 'AI workload',
    summary: 'Six baseline personas that build, release and run an AI workload.',
    language,
    direction: directionOf(language),
    environments: headings,
    cards,
    access: accessTables(personas, headings),
    graphs: [],
    matrices: fixtureMatrices(cards),
  };
}

/** Processes and skills by personas, as cards have them. */
function fixtureMatrices(cards: readonly Card[]): Matrix[] {
  const columns = cards.map(
    ({ id, stem, name }): MatrixHead => ({
      id,
      short: id,
      text: name,
      about: { kind: 'persona', id },
      link: { kind: 'card', id: stem },
    }),
  );
  return (['processes', 'skills'] as const).flatMap((kind): Matrix[] => {
    const holders = new Map<string, number[]>();
    for (const [column, { fields }] of cards.entries()) {
      for (const { text } of fields.find(({ key }) => key === kind)?.items ?? []) {
        holders.set(text, [...(holders.get(text) ?? []), column]);
      }
    }
    if (holders.size === 0) return [];
    return [
      {
        kind,
        id: kind,
        title: kind === 'skills' ? 'Skills by personas' : 'Processes by personas',
        rowsAre: kind === 'skills' ? 'Skill' : 'Process',
        columnsAre: 'Persona',
        columns,
        rows: [...holders].map(([text, held]) => ({
          head: { id: text, text },
          cells: held.map((column) => ({ column, cell: { sign: '●', word: 'has it' } })),
        })),
        emphasized: false,
        legend: [{ sign: '●', words: 'has it' }],
      },
    ];
  });
}

const stemOf = ({ id, name }: PersonaWords): string => `${id}-${slug(name)}`;

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

function teamsOf(personas: readonly PersonaWords[]): Map<string, TeamMark> {
  const names = [...personas.map(({ team }) => team), ...personas.flatMap(({ interaction }) => interaction ?? [])];
  const distinct = [...new Set(names.filter((name) => name !== undefined))];
  return new Map(distinct.map((name, index) => [name, { id: slug(name), name, index }]));
}

function fieldsOf(words: PersonaWords, teams: ReadonlyMap<string, TeamMark>, labels: Design['labels']): Field[] {
  const teamItem = (name: string): Item => {
    const team = teams.get(name);
    return { text: name, ...(team === undefined ? {} : { team }) };
  };
  const texts = (values: readonly string[] | undefined): Item[] => (values ?? []).map((text) => ({ text }));
  return [
    { key: 'team', label: labels.team, items: words.team === undefined ? [] : [teamItem(words.team)] },
    { key: 'primaryInteraction', label: labels.primaryInteraction, items: (words.interaction ?? []).map(teamItem) },
    { key: 'components', label: labels.components, items: (words.components ?? []).map(componentItem) },
    { key: 'processes', label: labels.processes, items: texts(words.processes) },
    { key: 'skills', label: labels.skills, items: texts(words.skills) },
  ];
}

function componentItem(name: string): Item {
  if (WITHOUT_FILE.has(name)) return { text: name, icon: 'component', note: 'no RBAC file' };
  return { text: name, icon: iconOf(name), link: { kind: 'rbac', id: `${slug(name)}.md` } };
}

function iconOf(name: string): string {
  const words: readonly (readonly [RegExp, string])[] = [
    [/Storage/, 'storage'],
    [/SQL|Cosmos/, 'database'],
    [/Databricks|Explorer|Power BI/, 'analytics'],
    [/Key Vault/, 'secrets'],
    [/Machine Learning/, 'ml'],
    [/OpenAI|Foundry/, 'genai'],
  ];
  return words.find(([pattern]) => pattern.test(name))?.[1] ?? 'component';
}

/** Roles step down towards Production; every third component is eligible only, one cell is not filled in. */
function accessRow(name: string, index: number, headings: readonly EnvironmentHeading[]): CardAccessRow {
  const short = name.replace(/^Azure /, '');
  const cells = headings.map((environment, column): AccessCell => {
    if (WITHOUT_FILE.has(name)) return { status: 'unlisted', grants: [] };
    const scope = `resource:${slug(short)}`;
    if (!environment.production && column === 0) {
      return granted({ role: `${short} Data Contributor`, assignment: 'standing', scope });
    }
    if (!environment.production) {
      return index === 3 ? { status: 'open', grants: [] } : granted({ role: 'Reader', assignment: 'standing' });
    }
    if (index === 2) return { status: 'none', grants: [] };
    return granted(
      { role: 'Reader', assignment: 'standing' },
      { role: `${short} Operator`, assignment: 'eligible', limit: '4 h', scope },
    );
  });
  return { component: componentItem(name), cells };
}

const granted = (...grants: readonly Grant[]): AccessCell => ({ status: 'granted', grants });

function accessTables(personas: readonly PersonaWords[], headings: readonly EnvironmentHeading[]): AccessTable[] {
  const names = [...new Set(personas.flatMap(({ components }) => components ?? []))].sort();
  return names.map((name): AccessTable => {
    const component = componentItem(name);
    const rows = personas
      .filter(({ components }) => components?.includes(name))
      .map((words) => ({
        id: words.id,
        name: words.name,
        kind: words.kind ?? ('person' as const),
        link: { kind: 'card' as const, id: stemOf(words) },
        cells: accessRow(name, (words.components ?? []).indexOf(name), headings).cells,
      }));
    const identities = /Factory/.test(name)
      ? [{ name: 'Managed identity of the factory', cells: accessRow('Azure Storage', 0, headings).cells }]
      : [];
    return {
      component,
      componentId: slug(name),
      rows,
      identities,
      ...(component.link === undefined ? {} : { source: component.link }),
    };
  });
}
