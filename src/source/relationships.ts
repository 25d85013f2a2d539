import { type Archive, damaged } from './archive.ts';
import { walkXml } from './xml.ts';

export interface Relationship {
  readonly id: string;
  /** The last word of its type, such as `worksheet`. */
  readonly type: string;
  /** A part's path in the archive, or an address outside of it. */
  readonly target: string;
  readonly external: boolean;
}

/** What a part refers to, by ID. Empty where it refers to nothing. */
export function relationshipsOf(archive: Archive, path: string): ReadonlyMap<string, Relationship> {
  const slash = path.lastIndexOf('/');
  const folder = path.slice(0, slash + 1);
  const relsPath = `${folder}_rels/${path.slice(slash + 1)}.rels`;
  const bytes = archive.part(relsPath);
  const found = new Map<string, Relationship>();
  if (bytes === null) return found;
  const whole = walkXml(bytes, {
    open(name, attributes) {
      const id = attributes.get('Id');
      const target = attributes.get('Target');
      if (name !== 'Relationship' || id === undefined || target === undefined) return;
      const external = attributes.get('TargetMode') === 'External';
      const type = (attributes.get('Type') ?? '').split('/').pop() ?? '';
      found.set(id, { id, type, external, target: external ? target : resolvePart(folder, target) });
    },
  });
  if (!whole) throw damaged(archive.name, relsPath);
  return found;
}

/** The path of a part that another, in a folder, names by an absolute or relative path. */
function resolvePart(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = folder.split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
