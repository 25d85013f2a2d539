import { prefixedAttribute, readXml } from './xml.ts';
import type { Archive } from './zip.ts';

/** What one part of a workbook says of another. */
export interface Relationship {
  /** The last word of its type, such as `worksheet`: the rest differs between the two forms of the format. */
  readonly type: string;
  /** The path of the other part within the archive; where `external`, the address as it stands. */
  readonly target: string;
  readonly external: boolean;
}

/** The relationships of a part by ID, none where it has no list of them. An empty path stands for the whole archive. */
export function readRelationships(archive: Archive, path: string, part: string): Map<string, Relationship> {
  const relationships = new Map<string, Relationship>();
  const slash = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, slash);
  const list = `${folder}_rels/${path.slice(slash)}.rels`;
  if (!archive.has(list)) return relationships;
  readXml(archive, list, `${part} (its relationships)`, {
    open(name, attributes, depth) {
      if (depth !== 1 || name !== 'Relationship') return;
      const { Target = '', Type = '', TargetMode } = attributes;
      const external = TargetMode?.toLowerCase() === 'external';
      archive.allowance.keep(1);
      relationships.set(prefixedAttribute(attributes, 'Id') ?? '', {
        type: Type.slice(Type.lastIndexOf('/') + 1),
        target: external ? Target : locate(archive, folder, Target),
        external,
      });
    },
  });
  return relationships;
}

/** The path of the first part of a type, or null where there is no such part. */
export function findPart(
  archive: Archive,
  relationships: ReadonlyMap<string, Relationship>,
  type: string,
): string | null {
  for (const each of relationships.values()) {
    if (each.type === type && !each.external && archive.has(each.target)) return each.target;
  }
  return null;
}

/** Targets are relative to the folder of their part; some programs leave out the slash of absolute ones. */
function locate(archive: Archive, folder: string, target: string): string {
  const relative = resolvePath(folder, target);
  const absolute = resolvePath('', target);
  return !archive.has(relative) && archive.has(absolute) ? absolute : relative;
}

function resolvePath(folder: string, target: string): string {
  const path = decode(target).replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function decode(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
