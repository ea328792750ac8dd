/** What Mermaid itself makes of a text: its parser with everything behind it but drawing. */

interface Vertex {
  readonly id: string;
  readonly text?: string;
  readonly link?: string;
}

interface Edge {
  readonly start: string;
  readonly end: string;
  readonly text: string;
  readonly stroke: string;
}

interface SubGraph {
  readonly id: string;
  readonly title: string;
  readonly nodes: readonly string[];
}

interface FlowDatabase {
  getVertices(): ReadonlyMap<string, Vertex>;
  getEdges(): readonly Edge[];
  getSubGraphs(): readonly SubGraph[];
  getAccTitle(): string;
  getAccDescription(): string;
}

export interface Drawn {
  readonly nodes: readonly { readonly id: string; readonly lines: readonly string[]; readonly link?: string }[];
  readonly groups: readonly SubGraph[];
  readonly edges: readonly Edge[];
  readonly title: string;
  readonly description: string;
}

/** Reads a diagram. Throws Mermaid's own error for what it cannot read. */
export async function readMermaid(text: string): Promise<Drawn> {
  await standInForSanitizer();
  const { default: mermaid } = await import('mermaid');
  mermaid.initialize({ securityLevel: 'strict', maxTextSize: 1_000_000, maxEdges: 10_000 });
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
  const db = diagram.db as unknown as FlowDatabase;
  const groups = db.getSubGraphs();
  // A group with a style of its own is among the nodes too.
  const nodes = [...db.getVertices().values()].filter(({ id }) => !groups.some((group) => group.id === id));
  return {
    nodes: nodes.map(({ id, text: label = '', link }) => ({
      id,
      lines: label.split(/<br\s*\/?>/).map(shown),
      ...(link === undefined ? {} : { link }),
    })),
    groups: groups.map((group) => ({ ...group, title: shown(group.title) })),
    edges: db.getEdges().map((edge) => ({ ...edge, text: shown(edge.text) })),
    title: shown(db.getAccTitle()),
    description: shown(db.getAccDescription()),
  };
}

/** As Mermaid writes its placeholders of entities into the picture, and a browser shows them: joiners are invisible. */
function shown(text: string): string {
  return text.replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCodePoint(Number(code))).replaceAll('\u2060', '');
}

/**
 * Without a document DOMPurify does nothing and lacks its methods. Mermaid's texts are compared as they are, so nothing
 * has to be taken out of them here. By its path, since it has to be the very module that Mermaid imports.
 */
async function standInForSanitizer(): Promise<void> {
  const path = new URL('../../node_modules/dompurify/dist/purify.es.mjs', import.meta.url).href;
  const { default: purify } = (await import(path)) as { default: Record<string, unknown> };
  Object.assign(purify, { sanitize: (text: string) => text, addHook: () => undefined });
}
