import { type AccessCell, accessMatrix } from '../../access/matrix.ts';
import { queryAccess } from '../../access/query.ts';
import type { EnvironmentHeading } from '../../deck/model.ts';
import type { Labels } from '../../design/design.ts';
import { iconNameFor } from '../../design/icons.ts';
import { fill } from '../../design/locale.ts';
import type { Power } from '../../roles/model.ts';
import { powers } from '../../roles/power.ts';
import type { Environment } from '../../workload/model.ts';
import { frameOf } from './frame.ts';
import { sprite } from './items.ts';
import { places } from './places.ts';
import type { SiteContext } from './siteContext.ts';
import { teamClass } from './styles.ts';

const powerLabels = { read: 'powerRead', use: 'powerUse', write: 'powerWrite', grant: 'powerGrant' } as const;

/** Who may do what in one environment: personas by components, and who can write. */
export function accessPage(context: SiteContext, heading: EnvironmentHeading) {
  const path = places.access(heading.id);
  const { deck, design, workload } = context.input;
  const { labels } = design;
  const environment = workload.environments.find(({ id }) => id === heading.id);
  const columns = deck.access.map(({ componentId, component }) => ({
    id: componentId,
    name: component.text,
    icon: iconNameFor(context.components.get(componentId)?.category),
    href: context.link(path, context.componentPlace(componentId)),
  }));
  return {
    ...frameOf(context, path, `${labels.access}: ${heading.name}`),
    name: heading.name,
    ...markOf(heading, labels),
    environments: deck.environments.map(({ id, name, production }) => ({
      name,
      ...markOf({ name, production }, labels),
      href: context.link(path, places.access(id)),
      current: id === heading.id,
    })),
    powers: powers.map((power) => ({ power, label: labels[powerLabels[power]] })),
    caption: fill(labels.siteMatrix, { environment: heading.name }),
    columns,
    rows: environment === undefined ? [] : matrixRows(context, path, environment, columns),
    writersTitle: fill(labels.siteCanWrite, { environment: heading.name }),
    writers: environment === undefined ? [] : writersOf(context, path, environment),
    sprite: sprite(columns.map(({ icon }) => icon)),
  };
}

/** Production is marked; with a word where its name does not say it. */
function markOf({ name, production }: Pick<EnvironmentHeading, 'name' | 'production'>, { siteProduction }: Labels) {
  return { production, badge: production && name.toLowerCase() !== siteProduction ? siteProduction : '' };
}

interface Column {
  readonly id: string;
  readonly name: string;
  readonly href: string;
}

function matrixRows(context: SiteContext, path: string, environment: Environment, columns: readonly Column[]) {
  const { deck, workload, design } = context.input;
  const matrix = accessMatrix(workload, environment);
  return deck.cards.map((card) => {
    const persona = { id: card.id, name: card.name };
    return {
      ...persona,
      team: teamClass(card.team),
      href: context.link(path, places.persona(card)),
      cells: columns.map(({ id, href }) => {
        const cell = matrix.cell(card.id, id);
        return cell === undefined ? emptyCell : cellView(cell, `${href}#${encodeURIComponent(card.id)}`, design.labels);
      }),
    };
  });
}

const emptyCell = { status: '', href: '', word: '', most: 0, marks: [] } as const;

/** The most that standing and that eligible roles allow, each with its sign. */
function cellView({ status, standing, eligible, unknown }: AccessCell, href: string, labels: Labels) {
  const marks = (['standing', 'eligible'] as const).flatMap((assignment) => {
    const power = { standing, eligible }[assignment];
    const isUnknown = power === undefined && unknown.some((one) => one.assignment === assignment);
    if (power === undefined && !isUnknown) return [];
    return [
      {
        assignment,
        word: labels[assignment],
        power: power === undefined ? labels.siteUnknownPower : labels[powerLabels[power]],
      },
    ];
  });
  return {
    status,
    href,
    word: status === 'granted' ? '' : labels[status],
    // What is not known may be anything.
    most: unknown.length > 0 ? powers.length : Math.max(rankOf(standing), rankOf(eligible)),
    marks,
  };
}

const rankOf = (power: Power | undefined): number => (power === undefined ? 0 : powers.indexOf(power) + 1);

/** Every role that allows to write or more, or of which that is not known. */
function writersOf(context: SiteContext, path: string, environment: Environment) {
  const { workload, design } = context.input;
  const { labels } = design;
  const { rows } = queryAccess(workload, { environment: environment.id, power: 'write' });
  return rows.flatMap(({ assignment: { principal, component, role, assignment, limit }, known }) => {
    const card = principal.kind === 'persona' ? context.cards.get(principal.id) : undefined;
    if (card === undefined) return [];
    return [
      {
        persona: `${card.id} ${card.name}`,
        team: teamClass(card.team),
        href: context.link(path, places.persona(card)),
        component: component.name,
        componentHref: context.link(path, context.componentPlace(component.id), card.id),
        role: role?.name ?? '',
        power: known === undefined ? labels.siteUnknownPower : labels[powerLabels[known.power]],
        assignment,
        word: [labels[assignment], limit].filter(Boolean).join(' '),
      },
    ];
  });
}
