import { isAbsolute, type LinkPolicy, type LinkTarget, resolve } from '../../deck/links.ts';
import type { Deck } from '../../deck/model.ts';
import { keyOf, type PageRef } from '../../deck/pages/model.ts';
import { type Pages, pagesOf } from '../../deck/pages/pagesOf.ts';
import type { Design } from '../../design/design.ts';
import { fill } from '../../design/locale.ts';
import type { WikiFlavour } from '../../schema/settings.ts';
import { digestOf } from '../digest.ts';
import type { RbacInput } from '../rbacFiles.ts';
import type { Sources } from '../sources.ts';
import type { Task } from '../task.ts';
import type { PicturesOfCards } from './cardPictures.ts';
import type { ExtrasContext, Flavour, WikiPage, WrittenPage } from './flavour.ts';
import { flavours } from './flavours.ts';
import type { PicturesOfGraphs } from './graphPictures.ts';
import { keptPart } from './keptParts.ts';
import { pageNames } from './pageNames.ts';
import { onLine, writeBlocks } from './syntax.ts';

export interface WikiInput {
  readonly deck: Deck;
  readonly design: Design;
  readonly policy: LinkPolicy;
  readonly sources: Sources;
  readonly flavour: WikiFlavour;
  /** Pictures of the cards, with numbers on them for wikis that cannot link parts of a picture. */
  readonly pictures: { readonly numbered: PicturesOfCards; readonly plain: PicturesOfCards };
  /** Pictures of flows and architectures. */
  readonly graphs: PicturesOfGraphs;
  /** Text of a page that an earlier build left below `out/`. */
  readonly earlier: (path: string) => string | undefined;
  /** What a page is made from, for its note: a path below the project root. */
  readonly sourceOf: (ref: PageRef) => string;
}

/** `wiki/<flavour>/`: an index, a page a persona, a page a component, and what else the wiki needs besides pictures. */
export class Wiki {
  /** Where RBAC files lie in the wiki, all paths below `out/`; undefined when it holds none. */
  readonly rbac: Pick<RbacInput, 'folder' | 'fileOf' | 'addressOf'> | undefined;
  readonly #pages: Pages;
  readonly #input: WikiInput;
  readonly #flavour: Flavour;
  readonly #pictures: PicturesOfCards;
  readonly #names: ReadonlyMap<string, WikiPage>;
  readonly #byName: ReadonlyMap<string, WikiPage>;
  /** Personas by the stem of their card. */
  readonly #ids: ReadonlyMap<string, string>;

  constructor(input: WikiInput) {
    const { deck, design, pictures, flavour } = input;
    this.#input = input;
    this.#flavour = flavours[flavour];
    this.#pictures = this.#flavour.pictures === 'numbers' ? pictures.numbered : pictures.plain;
    const described = new Set(deck.access.map(({ componentId }) => componentId));
    this.#pages = pagesOf({
      deck,
      labels: design.labels,
      pictures: (card) => this.#pictures.of(card),
      graphPicture: (graph) => input.graphs.of(graph, (id) => described.has(id)),
    });
    this.#names = pageNames(this.#pages, this.#flavour);
    this.#ids = new Map(deck.cards.map(({ id, stem }) => [stem, id]));
    this.rbac = this.#rbacPlaces();
    this.#byName = new Map([...this.#names.values()].map((page) => [page.name, page]));
  }

  tasks(): Task[] {
    const pathOf = (name: string): string => this.#pathOf(this.#flavour.pictureFile(name));
    return [
      ...this.#pages.refs.map((ref) => this.#pageTask(ref)),
      ...this.#extraTasks(),
      ...this.#pictures.tasks(pathOf),
      ...this.#input.graphs.tasks(pathOf),
    ];
  }

  /** Path below `out/` of what the wiki has in place of the YAML file with these personas. */
  placeOfPersonas(stems: readonly string[]): string {
    const [id, ...more] = stems.flatMap((stem) => this.#ids.get(stem) ?? []);
    const ref: PageRef = id === undefined || more.length > 0 ? { kind: 'index' } : { kind: 'persona', id };
    return this.#pathOf(this.#page(ref).file);
  }

  #pageTask(ref: PageRef): Task {
    const path = this.#pathOf(this.#page(ref).file);
    const { sources } = this.#input;
    return {
      path,
      mediaType: this.#flavour.mediaType,
      key: digestOf('wiki page', this.#input.flavour, this.#textOf(ref)),
      sources: ref.kind === 'persona' ? sources.ofCard(ref) : sources.all,
      ...(ref.kind === 'persona' ? { persona: ref.id } : {}),
      isEdited: true,
      render: async () => Buffer.from(this.#textOf(ref)),
    };
  }

  #extraTasks(): Task[] {
    const { deck, design, sources } = this.#input;
    const written = this.#pages.refs.map((ref): WrittenPage => {
      const pictures = this.#pages
        .compose(ref)
        .blocks.flatMap((block) => (block.kind === 'pictures' ? block.pictures : []));
      return {
        ...this.#page(ref),
        kind: ref.kind,
        pictures: pictures
          .flatMap(({ name, strips }) => (strips.length === 0 ? [name] : strips.map((strip) => strip.name)))
          .map((name) => this.#flavour.pictureFile(name)),
        text: () => this.#textOf(ref),
      };
    });
    const files =
      this.#flavour.extras?.(written, { title: deck.title, labels: design.labels, rbac: this.#rbacFiles() }) ?? [];
    return files.map(({ file, mediaType, text }) => ({
      path: this.#pathOf(file),
      mediaType,
      key: digestOf('wiki file', text()),
      sources: sources.all,
      isEdited: true,
      render: async () => Buffer.from(text()),
    }));
  }

  #textOf(ref: PageRef): string {
    const { design, deck, earlier, sourceOf } = this.#input;
    const { labels } = design;
    const page = this.#page(ref);
    const context = { page, labels, fileOf: (name: string) => this.#byName.get(name)?.file ?? '' };
    const body = writeBlocks(this.#pages.compose(ref).blocks, this.#flavour.syntax(context), {
      nameOf: (other) => this.#page(other).name,
      fileOf: (name) => this.#flavour.pictureFile(name),
      addressOf: (target) => this.#addressOf(target, page),
    });
    return this.#flavour.write({
      page,
      body,
      note: onLine(fill(labels.generatedNote, { source: sourceOf(ref) })),
      kept: keptPart(earlier(this.#pathOf(page.file)), this.#flavour.marks),
      labels,
      language: deck.language,
      direction: deck.direction,
    });
  }

  /** A wiki is put somewhere else than the rest of the output: what it does not hold itself needs an absolute address. */
  #addressOf(target: LinkTarget, page: WikiPage): string | undefined {
    const address = resolve(target, this.#pathOf(page.file), this.#input.policy);
    if (isAbsolute(address)) return address;
    const { files } = this.#flavour;
    if (target.kind !== 'rbac' || files === undefined) return undefined;
    return files.addressOf(`${files.folder}/${files.fileOf(target.id)}`, page.file);
  }

  #rbacPlaces(): Wiki['rbac'] {
    const { files } = this.#flavour;
    if (files === undefined) return undefined;
    const inWiki = (path: string): string => path.slice(this.#pathOf('').length);
    return {
      folder: this.#pathOf(files.folder),
      fileOf: (path) => files.fileOf(path),
      addressOf: (path, from) => files.addressOf(inWiki(path), inWiki(from)),
    };
  }

  /** Files that lie in the wiki, once each: several components may share one. */
  #rbacFiles(): ExtrasContext['rbac'] {
    const { files } = this.#flavour;
    if (files === undefined) return [];
    const listed = new Map<string, { component: string; file: string }>();
    for (const { component, source } of this.#input.deck.access) {
      if (source === undefined || listed.has(source.id)) continue;
      listed.set(source.id, { component: component.text, file: `${files.folder}/${files.fileOf(source.id)}` });
    }
    return [...listed.values()];
  }

  #page(ref: PageRef): WikiPage {
    const page = this.#names.get(keyOf(ref));
    if (page === undefined) throw new Error(`No page of ${keyOf(ref)}`);
    return page;
  }

  #pathOf(file: string): string {
    return `wiki/${this.#input.flavour}/${file}`;
  }
}
