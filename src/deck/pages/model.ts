import type { LinkTarget } from '../links.ts';

/**
 * A page about the deck, its matrices, a persona, a flow or architecture, or a component as it stands in a wiki, free of
 * any syntax: what a flavour of wiki writes in its own words. Texts are plain text.
 */
export interface Page {
  readonly ref: PageRef;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Which page: there is one of the deck, one of its matrices, one a persona, one a flow or architecture, one a component. */
export type PageRef =
  | { readonly kind: 'index' }
  | { readonly kind: 'matrices' }
  | { readonly kind: 'persona'; readonly id: string }
  /** `flow-mlops`: kind and id of a graph. */
  | { readonly kind: 'graph'; readonly id: string }
  | { readonly kind: 'component'; readonly id: string };

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly content: Content }
  /** `numbered`: from 1, as components are on the card's picture. */
  | { readonly kind: 'list'; readonly numbered: boolean; readonly items: readonly Content[] }
  /** A term and what is said of it. */
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'pictures'; readonly pictures: readonly CardPicture[] };

export interface Fact {
  readonly term: string;
  readonly content: Content;
}

/** A line of text. */
export type Content = readonly Inline[];

/** Lines of a cell, one below the other. */
export type Cell = readonly Content[];

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'page'; readonly text: string; readonly page: PageRef }
  | { readonly kind: 'link'; readonly text: string; readonly target: LinkTarget };

/** A side of a card as a picture, or a flow or architecture. */
export interface CardPicture {
  /** Name of the file without folder and extension: stable from build to build. */
  readonly name: string;
  /** What those hear or read who do not see it. */
  readonly alt: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Widest that it is shown, in CSS px; cards are as wide as the wiki says. */
  readonly shown?: number;
  /** What in it leads somewhere, in pixels of the picture. */
  readonly areas: readonly PictureArea[];
  /** Strips that the picture was cut into, from top to bottom; none where it is whole. */
  readonly strips: readonly PictureStrip[];
}

/** A strip of a picture over its whole width: a file of its own. */
export interface PictureStrip extends Pick<CardPicture, 'name' | 'alt'> {
  /** Where it leads, unless nowhere. */
  readonly page?: PageRef;
  /** Pixels of the whole picture. */
  readonly top: number;
  readonly height: number;
}

export interface PictureArea {
  readonly text: string;
  readonly page: PageRef;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Tells pages apart; good as a key of a map. */
export const keyOf = (ref: PageRef): string => ('id' in ref ? `${ref.kind} ${ref.id}` : ref.kind);

export const plain = (text: string): Content => [{ kind: 'text', text }];
