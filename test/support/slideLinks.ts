/** Text of every linked run on the slides of a PowerPoint package, and where each leads outside of it. */
export function readSlideLinks(parts: Readonly<Record<string, Uint8Array>>): { text: string; url: string }[] {
  const text = (name: string): string => Buffer.from(parts[name] ?? []).toString('utf8');
  const slides = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  return slides.flatMap((name) => {
    const relations = new Map(
      [...text(name.replace('slides/', 'slides/_rels/').concat('.rels')).matchAll(/<Relationship [^>]*>/g)].map(
        ([tag]) => [
          attribute(tag, 'Id'),
          { target: unescapeXml(attribute(tag, 'Target')), external: attribute(tag, 'TargetMode') === 'External' },
        ],
      ),
    );
    return [...text(name).matchAll(/<a:r>(.*?)<\/a:r>/gs)].flatMap(([, run = '']) => {
      const id = /<a:hlinkClick [^>]*r:id="([^"]*)"/.exec(run)?.[1];
      const relation = id === undefined ? undefined : relations.get(id);
      if (!relation?.external) return [];
      return [{ text: unescapeXml(/<a:t>([^<]*)<\/a:t>/.exec(run)?.[1] ?? ''), url: relation.target }];
    });
  });
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

function unescapeXml(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}
