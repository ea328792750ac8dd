import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';

/**
 * Most values a document may hold once every alias is written out. The largest real workload (10,000 personas of 50
 * values) stays below; the classic "billion laughs" is a thousand times above.
 */
const maxExpandedValues = 1_000_000;

type Report = (code: string, message: string, range: readonly [number, number], hint?: string) => void;

interface Anchor {
  readonly node: Node;
  /** Undefined while the anchored node itself is being converted. */
  readonly done?: { readonly value: unknown; readonly size: number };
}

/**
 * Turns the nodes of one YAML document into plain data in a single pass. The library's own `toJS` is not used because
 * it resolves aliases by searching the document again for each, and finds duplicate keys by comparing all pairs.
 *
 * Aliases share the value of their anchor, so memory does not grow; but whoever walks the value afterwards would visit
 * it once an alias, and the sizes are added up to refuse what would expand beyond reason.
 */
export class YamlPlain {
  readonly #report: Report;
  readonly #anchors = new Map<string, Anchor>();
  readonly #targets = new Map<Alias, Node>();
  #stopped = false;

  constructor(report: Report) {
    this.#report = report;
  }

  /** The value; null for an empty document, and when a problem was reported. */
  convert(node: Node | null): unknown {
    return this.#visit(node).value;
  }

  /** The node that an alias stands for. */
  targetOf(alias: Alias): Node | undefined {
    return this.#targets.get(alias);
  }

  #visit(node: Node | null): { value: unknown; size: number } {
    if (node === null || this.#stopped) return { value: null, size: 1 };
    if (isAlias(node)) return this.#visitAlias(node);
    const anchor = (node as { anchor?: string }).anchor;
    if (anchor !== undefined) this.#anchors.set(anchor, { node });
    const done = this.#visitContent(node);
    if (anchor !== undefined) this.#anchors.set(anchor, { node, done });
    if (done.size > maxExpandedValues) {
      this.#stop(node, `its aliases expand to more than ${maxExpandedValues.toLocaleString('en')} values`);
    }
    return done;
  }

  #visitContent(node: Node): { value: unknown; size: number } {
    if (isMap(node)) return this.#visitMap(node);
    if (isSeq(node)) {
      const items = node.items.map((item) => this.#visit(item as Node));
      return { value: items.map(({ value }) => value), size: items.reduce((sum, { size }) => sum + size, 1) };
    }
    if (!isScalar(node)) return { value: null, size: 1 };
    if (node.value === null) this.#checkComment(node.comment, rangeOf(node));
    return { value: node.value, size: 1 };
  }

  #visitMap(map: YAMLMap): { value: unknown; size: number } {
    const value: Record<string, unknown> = {};
    const seen = new Set<string>();
    let size = 1;
    for (const pair of map.items as Pair<Node, Node | null>[]) {
      if (!isScalar(pair.key)) {
        this.#report('YAML001', 'a key has to be a plain text', rangeOf(pair.key ?? map));
        continue;
      }
      const key = String(pair.key.value);
      if (seen.has(key)) {
        this.#report(
          'YAML002',
          `the key ${JSON.stringify(key)} stands here a second time`,
          rangeOf(pair.key),
          'keep one of them',
        );
      }
      seen.add(key);
      const item = this.#visit(pair.value);
      size += item.size;
      // Not by assignment: a key `__proto__` would set the prototype.
      Object.defineProperty(value, key, { value: item.value, enumerable: true, writable: true, configurable: true });
    }
    return { value, size };
  }

  #visitAlias(alias: Alias): { value: unknown; size: number } {
    const anchor = this.#anchors.get(alias.source);
    if (anchor === undefined) {
      this.#report('YAML001', `no anchor &${alias.source} stands before this alias`, rangeOf(alias));
      return { value: null, size: 1 };
    }
    if (anchor.done === undefined) {
      this.#stop(alias, `the alias *${alias.source} contains itself`);
      return { value: null, size: 1 };
    }
    this.#targets.set(alias, anchor.node);
    return anchor.done;
  }

  #stop(node: Node, message: string): void {
    if (!this.#stopped)
      this.#report('YAML003', message, rangeOf(node), 'write the values out instead of using aliases');
    this.#stopped = true;
  }

  /** `color: #ff0000` is an empty value and a comment, which nobody means. */
  #checkComment(comment: string | null | undefined, range: readonly [number, number]): void {
    const digits = /^(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i.exec(comment?.trim() ?? '')?.[0];
    if (digits === undefined || comment?.startsWith(' ')) return;
    this.#report(
      'YAML005',
      `#${digits} is read as a comment, and the value is empty`,
      range,
      `put it in quotes: "#${digits}"`,
    );
  }
}

function rangeOf(node: Node): [number, number] {
  return [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
}
