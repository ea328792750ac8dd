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
      const operator = this.#run(letters);
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

  /**
   * In content nothing is referred to: `1 0 0 RG` is a colour. Numbers are read here, since the library warns on the
   * console of each that is too large; what is none counts as 0, as in viewers.
   */
  protected override parseNumberOrRef(): PDFNumber {
    return PDFNumber.of(Number(this.#run(numerals)) || 0);
  }

  /** The bytes of a kind that stand here; empty where others do. */
  #run(kind: Uint8Array): string {
    let run = '';
    while (kind[this.bytes.peek()] === 1) run += String.fromCharCode(this.bytes.next());
    return run;
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

const bytesOf = (characters: RegExp): Uint8Array =>
  Uint8Array.from({ length: 256 }, (_, byte) => (characters.test(String.fromCharCode(byte)) ? 1 : 0));

/** What operators are written with: `T*`, `'`. The digit of `d0` goes as an operand, which does no harm. */
const letters = bytesOf(/[A-Za-z*'"]/);
const numerals = bytesOf(/[-+.\d]/);
