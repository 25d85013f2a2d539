import { expect, test } from 'vitest';
import { html } from '../../../src/components/markup/html.ts';

const HOSTILE = `<b title="x">'&</b>`;

test('text is escaped in elements and in attributes', () => {
  expect(html`<p>${HOSTILE}</p>`.text).toBe('<p>&lt;b title=&quot;x&quot;&gt;&#39;&amp;&lt;/b&gt;</p>');
  // Between double quotes, as components have it: only what ends a value, and what entities begin with.
  expect(html`<p title="${HOSTILE}"></p>`.text).toBe(`<p title="<b title=&quot;x&quot;>'&amp;</b>"></p>`);
  expect(html`<p class="one ${HOSTILE}"></p>`.text).toBe(
    '<p class="one &lt;b title=&quot;x&quot;&gt;&#39;&amp;&lt;/b&gt;"></p>',
  );
});

test('what only looks like an attribute is escaped as text', () => {
  expect(html`<p>a="${HOSTILE}</p>`.text).not.toContain('<b');
  expect(html`a="${HOSTILE}`.text).not.toContain('<b');
  expect(html`<p title="1 > 0" class="${HOSTILE}">`.text).not.toContain('<b');
});

test('markup is printed as it is, once escaped', () => {
  const inner = html`<i>${'<'}</i>`;
  expect(html`<p>${inner}${[inner, 'a<', [1]]}</p>`.text).toBe('<p><i>&lt;</i><i>&lt;</i>a&lt;1</p>');
});

test('what only looks like markup is text', () => {
  const forged: unknown = JSON.parse('{"text":"<b>"}');
  // Out of JSON, nothing is markup.
  expect(() => html`<p>${forged as string}</p>`).toThrow();
});

test('nothing stands for what there is not, and 0 for 0', () => {
  expect(html`<p>${null}${undefined}${false}${''}${[]}${0}</p>`.text).toBe('<p>0</p>');
});

test('blanks and line breaks of a template come to one blank, those of values stay', () => {
  const text = html`<p>
      <b>${'a\n  b'}</b>
    </p>`.text;
  expect(text).toBe('<p> <b>a\n  b</b> </p>');
});
