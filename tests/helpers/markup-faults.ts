import { HtmlValidate } from 'html-validate';

/** What is wrong with a page's markup, by html-validate's recommended rules; those of style alone are left out. */
export async function markupFaults(html: string): Promise<string[]> {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      'long-title': 'off',
      'require-sri': 'off',
      'void-style': 'off',
      'no-trailing-whitespace': 'off',
    },
  });
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ message }) => message));
}
