import type { Design } from '../../../design/design.ts';
import type { Shop, ShopPage } from '../../../design/shops.ts';

/** Files that were asked for: of which service, of what size. */
export interface ShopOrder {
  readonly shop: Shop;
  readonly page: ShopPage;
  /** Of the cards, which keep to the safe area of the service. */
  readonly design: Design;
  /** How PDFs become PDF/X-1a; they stay as they are when absent. */
  readonly pdfx?: PdfxWish;
}

export interface PdfxWish {
  /** Profile of the inks; that of Ghostscript when absent. */
  readonly profile?: { readonly absolutePath: string; readonly sha256: string; readonly name: string };
}
