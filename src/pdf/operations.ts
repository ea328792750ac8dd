import { PDFNumber, type PDFObject, PDFParser } from '@cantoo/pdf-lib';
import { PdfSyntaxError } from './values.ts';

/** What a content stream tells to do, and with what. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly PDFObject[];
}

/** Operations of a content stream; pictures within the stream are passed over. */
export function operations(content: Uint8Array): Iterable<Operation> {
  return new ContentParser(content).operations();
}

/**
 * The parser of objects, on operands. The library's own `parseContentStream` is not used: it never comes to an end where
 * a bracket stands alone, or a picture within the stream has an array.
 */
class ContentParser extends PDFParser {
  *operations(): Generator<Operation> {
    let operands: PDFObject[] = [];
    for (this.skipWhitespaceAndComments(); !this.bytes.done(); this.skipWhitespaceAndComments()) {
      const operator = this.#word();
      if (operator === '') {
        const operand = this.#operand();
        if (operand !== undefined) operands.push(operand);
        continue;
      }
      if (operator === 'ID') this.#skipPicture();
      else yield { operator, operands };
      operands = [];
    }
  }

  /** In content nothing is referred to: `1 0 0 RG` is a colour. */
  protected override parseNumberOrRef(): PDFNumber {
    return PDFNumber.of(this.parseRawNumber());
  }

  /** An operator; empty where an operand begins. */
  #word(): string {
    let word = '';
    while (isLetter(this.bytes.peek())) word += String.fromCharCode(this.bytes.next());
    return word;
  }

  /** What is none is passed over, as viewers do. */
  #operand(): PDFObject | undefined {
    const start = this.bytes.offset();
    try {
      return this.parseObject();
    } catch (error) {
      if (error instanceof RangeError) throw new PdfSyntaxError('its content is nested too deep', { cause: error });
      if (this.bytes.offset() === start) this.bytes.next();
      return undefined;
    }
  }

  #skipPicture(): void {
    while (!this.bytes.done()) {
      const before = this.bytes.next();
      if (isSpace(before) && this.matchKeyword(endOfPicture) && (this.bytes.done() || isSpace(this.bytes.peek())))
        return;
    }
  }
}

const endOfPicture = [...Buffer.from('EI')];

const isSpace = (byte: number): boolean => byte <= 0x20;

/** What operators are written with: `T*`, `'`. The digit of `d0` goes as an operand, which does no harm. */
const isLetter = (byte: number): boolean => letters[byte] === 1;

const letters = Uint8Array.from({ length: 256 }, (_, byte) => (/[A-Za-z*'"]/.test(String.fromCharCode(byte)) ? 1 : 0));
