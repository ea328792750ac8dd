import type { LinkTarget } from '../deck/links.ts';
import { contrast } from '../design/contrast.ts';
import type { Design } from '../design/design.ts';
import { QUIET_ZONE } from '../layout/cards/codes.ts';
import { qrCode, qrCodeSize, qrCodeSvg } from './qrCode.ts';
import { ownMarkup } from './templates.ts';

/** What a QR code's HTML depends on. */
export interface CodePainting {
  readonly design: Design;
  readonly href: (target: LinkTarget) => string | undefined;
  readonly address: (target: LinkTarget) => string;
  readonly draft?: boolean;
}

/** A QR code as templates receive it. */
export interface CodeView {
  /** Where its link leads; empty where nothing can be clicked. */
  readonly href: string;
  /** What it is, for those who do not see it. */
  readonly label: string;
  /** Modules along an edge of the drawing. */
  readonly modules: number;
  /** Whether it brings a white ground along. */
  readonly patch: boolean;
  readonly drawing: object;
}

/** Readers expect dark on light: on less contrast than this, the code gets a ground of its own. */
const LEAST_CONTRAST = 15;

/** Whether codes on the cards of a design bring a white ground along. */
export function bringsGround({ theme }: Design): boolean {
  return contrast('#000000', theme.colors.surface) < LEAST_CONTRAST;
}

/**
 * The code that leads to `target`, which is called `name`. In a draft it is an empty box of the same size. `onColor`: its
 * ground is that of a team.
 */
export function codeView(painting: CodePainting, target: LinkTarget, name: string, onColor = false): CodeView {
  const { design, draft = false } = painting;
  const address = painting.address(target);
  const patch = onColor || bringsGround(design);
  const label = design.labels.codeTo.replace('{name}', () => name);
  const code = draft ? undefined : qrCode(address);
  const size = code?.size ?? qrCodeSize(address);
  return {
    href: painting.href(target) ?? '',
    label,
    modules: size + (patch ? 2 * QUIET_ZONE : 0),
    patch,
    drawing: ownMarkup(code === undefined ? '<svg></svg>' : qrCodeSvg(code, label, patch)),
  };
}
