import { type PreflightFile, type PreflightOrder, type Requirement, requirement } from './model.ts';
import { checkPictures } from './pictures.ts';

/** Says of each thing that a print service asks for whether the files are so, with what was measured in them. */
export async function preflight(order: PreflightOrder, files: readonly PreflightFile[]): Promise<Requirement[]> {
  const { form } = order.shop;
  const own = files.filter(({ name }) => name.toLowerCase().endsWith(`.${form}`));
  if (own.length === 0) {
    const found =
      files.length === 0
        ? 'nothing'
        : files
            .map(({ name }) => name)
            .slice(0, 3)
            .join(', ');
    return [requirement('file form', form === 'png' ? 'PNG files' : 'one PDF', found, false)];
  }
  if (form === 'png') return checkPictures(order, own);
  const [first, ...rest] = own;
  const more = rest.map(({ name }) => requirement('file form', 'one PDF', 'one more', false, name));
  const { checkDocument } = await import('./document.ts');
  return [...(first === undefined ? [] : await checkDocument(order, first)), ...more];
}
