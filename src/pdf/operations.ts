import { PdfKeyword, type PdfValue, readToken } from './values.ts';

/** Operators of a content stream with their operands; pictures within the stream are passed over. */
export function* operations(content: string): Generator<{ operator: string; operands: PdfValue[] }> {
  let operands: PdfValue[] = [];
  for (let token = readToken(content, 0); token !== undefined; ) {
    let { end } = token;
    if (token.value instanceof PdfKeyword) {
      const operator = token.value.word;
      if (operator === 'ID') end = afterInlinePicture(content, end);
      else yield { operator, operands };
      operands = [];
    } else operands.push(token.value);
    token = readToken(content, end);
  }
}

function afterInlinePicture(content: string, from: number): number {
  const end = /[\n\r ]EI(?=[\s]|$)/g;
  end.lastIndex = from;
  return end.exec(content) === null ? content.length : end.lastIndex;
}
