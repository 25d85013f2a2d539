import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** The templates of all literals tagged `said` in the TypeScript files of a folder, with `{0}`, `{1}` for their parts. */
export function saidTemplates(folder: string): Set<string> {
  const found = new Set<string>();
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.ts')) continue;
    const file = ts.createSourceFile(path, readFileSync(join(folder, path), 'utf8'), ts.ScriptTarget.Latest);
    const visit = (node: ts.Node): void => {
      if (ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && node.tag.text === 'said')
        found.add(templateIn(node.template));
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return found;
}

function templateIn(literal: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(literal)) return literal.text;
  const { head, templateSpans } = literal;
  return head.text + templateSpans.map((span, index) => `{${index}}${span.literal.text}`).join('');
}
