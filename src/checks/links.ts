import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FileReference, Workload } from '../workload/model.ts';
import { type Check, finding, type Rule } from './rule.ts';

const deadLink: Rule = {
  code: 'LNK001',
  title: 'Local link or image in an RBAC file that leads nowhere',
  severity: 'warning',
  area: 'links',
  source: 'use of the published files',
  why: 'Readers of the published file would follow a dead link or see a broken picture.',
  fix: 'Correct the path, which is relative to the RBAC file.',
};

/** Whether local links in RBAC files lead somewhere. */
export const linkCheck: Check = { rules: [deadLink], run: findDeadLinks };

function findDeadLinks({ rbacFiles }: Workload): Diagnostic[] {
  return rbacFiles.flatMap(({ references }) => references.flatMap(fromReference));
}

function fromReference({ broken, target, location }: FileReference): Diagnostic[] {
  if (broken === undefined) return [];
  switch (broken) {
    case 'missing':
      return [finding(deadLink, `${target} does not exist`, location)];
    case 'outside':
      return [
        finding(deadLink, `${target} leads outside the project root`, location, {
          hint: 'Files outside are not published: copy the file into the project, or link to its address.',
        }),
      ];
    case 'folder':
      return [
        finding(deadLink, `${target} is a folder, which is not published`, location, { hint: 'Link to a file in it.' }),
      ];
  }
}
