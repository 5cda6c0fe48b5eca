import { describe, expect, it } from 'vitest';
import { escapeHtml, html } from './html';

describe('escapeHtml', () => {
  it.each([
    [`<b title="x">'&'</b>`, '&lt;b title=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/b&gt;'],
    ['&amp;', '&amp;amp;'],
    ['plain ä – 3', 'plain ä – 3'],
    ['two\nlines\tand\u0000more\u007f', 'two\nlines\tand\ufffdmore\ufffd'],
    ['', ''],
  ])('%j', (text, escaped) => {
    expect(escapeHtml(text)).toBe(escaped);
  });
});

describe('html', () => {
  it('escapes texts, in content and in attributes, and takes markup as it is', () => {
    const inner = html`<i>${'a < b'}</i>`;
    expect(html`<p title="${'"x"'}">${inner}${[inner, ' & ', 3]}${undefined}</p>`.markup).toBe(
      '<p title="&quot;x&quot;"><i>a &lt; b</i><i>a &lt; b</i> &amp; 3</p>',
    );
  });
});
