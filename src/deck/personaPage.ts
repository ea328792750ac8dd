import { createHash } from 'node:crypto';
import { slug } from '../workload/slug.ts';

/** Ids that are good names of files and addresses as they are; devices of Windows are not. */
const plain = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))[a-z0-9][a-z0-9._-]*$/i;

/**
 * Path below `out/` of the small page that a QR code leads to. It follows from the id alone: a card that was printed
 * still leads to its persona when that has another name.
 */
export function personaPagePath(id: string): string {
  // Two ids may have the same slug: the digest keeps them apart.
  const name = plain.test(id) ? id : `${slug(id)}-${createHash('sha256').update(id).digest('hex').slice(0, 8)}`;
  return `p/${name}.html`;
}
