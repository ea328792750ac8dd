import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SlideFinding, SlidePlan } from '../layout/slides/model.ts';
import { type Settings, type SlideSection, slideSections } from '../schema/settings.ts';

/** Sections that a deck has only where the settings ask for them. */
const onRequest: ReadonlySet<SlideSection> = new Set(['highlights', 'findings']);

/** What the workshop deck holds, by the settings; findings only where a section asks for them. */
export function slidePlanOf({ slides }: Settings, findings: readonly Diagnostic[]): SlidePlan {
  const sections = slides ?? slideSections.filter((section) => !onRequest.has(section));
  return {
    sections: [...new Set(sections)],
    findings: sections.includes('findings') ? findings.map(slideFinding) : [],
  };
}

function slideFinding({ code, severity, message, hint, location }: Diagnostic): SlideFinding {
  const line = location?.range?.start.line;
  return {
    code,
    severity,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(location === undefined ? {} : { place: line === undefined ? location.file : `${location.file}:${line}` }),
  };
}
