import type { Card, FieldKey } from '../../deck/model.ts';
import { itemsOf } from '../../deck/items.ts';
import { writeYaml } from '../../source/writeYaml.ts';

/** What a card says as data, under the keys of persona files: for programs that read markdown with front matter. */
export function frontMatter(card: Card): string {
  const { id, name, kind, team, summary, goal } = card;
  const names = (key: FieldKey): string[] => itemsOf(card, key).map(({ text }) => text);
  const data = {
    id,
    name,
    kind: kind.id,
    ...(team === undefined ? {} : { team: team.name }),
    ...(summary === undefined ? {} : { summary }),
    ...(goal === undefined ? {} : { goal }),
    primaryInteraction: names('primaryInteraction'),
    components: names('components'),
    processes: names('processes'),
    skills: names('skills'),
  };
  return `---\n${writeYaml(data)}---`;
}
