/**
 * Every text beside the figures 40 % longer, as another language may be. Runs in the page.
 * @param within a selector; texts elsewhere stay as they are
 */
export function lengthen(within = 'body'): void {
  for (const root of document.querySelectorAll(within)) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
    for (const node of nodes) {
      const text = node.nodeValue ?? '';
      // Code, numbers in tables and what is drawn are no texts of a language.
      if (node.parentElement?.closest('svg, td, pre, code, style, [data-long]') || text.trim() === '') continue;
      const words = text.trim().split(/\s+/);
      node.nodeValue = `${text} ${words.slice(0, Math.ceil(0.4 * words.length)).join(' ')}`;
    }
  }
}
