import type { Labels } from '../../design/design.ts';
import type { Workload } from '../../workload/model.ts';
import type { TeamMark } from '../model.ts';
import { composeArchitecture } from './composeArchitecture.ts';
import { composeFlow } from './composeFlow.ts';
import type { Graph } from './model.ts';
import { PersonaBadges } from './personaBadges.ts';

/** What the pictures of a workload show: its flows, then its architectures, each in the order of the file. */
export function composeGraphs(workload: Workload, labels: Labels, teams: ReadonlyMap<string, TeamMark>): Graph[] {
  const badges = new PersonaBadges(workload, labels, teams);
  return [
    ...workload.flows.map((flow) => composeFlow(flow, labels, badges)),
    ...workload.architectures.map((architecture) => composeArchitecture(architecture, labels, badges)),
  ];
}
