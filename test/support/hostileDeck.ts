import { baseline, type PersonaWords } from './deckFixture.ts';

const numbered = (count: number, text: string): string[] =>
  Array.from({ length: count }, (_, index) => `${text} ${index + 1}`);

/** Personas that nobody should write and somebody will. */
export const hostilePersonas: readonly PersonaWords[] = [
  ...baseline.slice(0, 2),
  {
    id: 'P010',
    name: 'Everything & <b>Everyone</b> of the "Very Long Name" Department for Cross-functional Enablement',
    team: 'Team R&D <x>',
    interaction: numbered(6, 'Partner team'),
    components: numbered(30, 'Azure Component Number'),
    processes: numbered(20, 'Some process'),
    skills: numbered(40, 'A rather long skill name'),
    summary: 'One long summary. '.repeat(60),
    goal: 'Words without an end. '.repeat(40),
    notes: 'a control\u0001 character\r\nmarkup & <two>\n\nhalf a pair \ud83d here\nمرحبا',
  },
  {
    id: 'P011',
    name: 'Pneumonoultramicroscopicsilicovolcanoconiosisspecialistinchief',
    kind: 'process',
    team: 'Ååä 👩‍💻 team',
    interaction: ['مرحبا بالعالم'],
    components: ['Azure & Storage', 'Sto"rage\u0000 <1>', 'a]]>b'],
    processes: ['x'.repeat(60)],
    skills: ['日本語 スキル', 'emoji 😀', '‮reversed', '{{handlebars}} & {name}'],
  },
  { id: 'P012', name: 'AI Data Engineer' },
  { id: 'P013', name: 'AI Data Engineer', team: 'Team R&D <x>' },
];

const oddNames = ['R&D <b>lead</b>', 'محلل البيانات', 'Data 👩‍💻 engineer', 'Analyst "A"\u0001', '{{name}} & {{id}}'];

/** As many personas as a large company has: those above, then short ones with names of every kind. */
export const hostileCrowd = (count: number): readonly PersonaWords[] => [
  ...hostilePersonas,
  ...Array.from({ length: count - hostilePersonas.length }, (_, index): PersonaWords => {
    const name = oddNames[index % oddNames.length] as string;
    return {
      id: `Q${index + 1}`,
      name: `${name} ${index + 1}`,
      team: `Team ${name}`,
      components: ['Azure & Storage', 'Azure Key Vault'],
      processes: ['<script>alert(1)</script>'],
      skills: ['SQL', 'emoji 😀'],
    };
  }),
];
