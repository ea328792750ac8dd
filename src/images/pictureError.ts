/**
 * Why a user's picture cannot be used.
 *
 * - `format`: neither PNG, JPEG nor SVG.
 * - `broken`: it says that it is one, but cannot be read.
 * - `too-large`: more pixels than fit into memory with ease.
 * - `reaches-out`: an SVG that takes something from outside itself, or holds a script.
 * - `needs-fonts`: an SVG with text, which looks different on each machine.
 */
export type PictureFault = 'format' | 'broken' | 'too-large' | 'reaches-out' | 'needs-fonts';

/** A user's picture that cannot be used: what is wrong with it, and what to do. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
  readonly fault: PictureFault;
  /** As it was handed in. */
  readonly path: string;
  readonly hint: string;

  constructor(fault: PictureFault, path: string, message: string, hint: string) {
    super(message);
    this.fault = fault;
    this.path = path;
    this.hint = hint;
  }
}
