import type { ElkNode } from 'elkjs/lib/elk-api.js';

export type { ElkExtendedEdge, ElkNode, ElkPort } from 'elkjs/lib/elk-api.js';

/** Gives the nodes, ports, edges and labels of a graph their places; handed in, so that what was placed before is remembered. */
export type Arrange = (graphs: readonly ElkNode[]) => Promise<readonly ElkNode[]>;

/** Places graphs with the Eclipse Layout Kernel. It takes a second to load, and so is loaded at the first use. */
export const arrangeWithElk: Arrange = async (graphs) => {
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
  const elk = new (Elk as unknown as new () => { layout(graph: ElkNode): Promise<ElkNode> })();
  const arranged: ElkNode[] = [];
  for (const graph of graphs) arranged.push(await elk.layout(structuredClone(graph)));
  return arranged;
};
