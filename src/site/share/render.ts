import latinRegular from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff?inline';
import latinBold from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-600-normal.woff?inline';
import extRegular from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-400-normal.woff?inline';
import extBold from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-600-normal.woff?inline';
import satori from 'satori';
import sharp from 'sharp';
import { CARD, cardElement, type ShareCard } from './card.ts';

const fontOf = (dataUrl: string) => Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');
const FONTS = [
  { name: 'Atkinson', data: fontOf(latinRegular), weight: 400 as const },
  { name: 'Atkinson', data: fontOf(latinBold), weight: 600 as const },
  { name: 'Atkinson Extended', data: fontOf(extRegular), weight: 400 as const },
  { name: 'Atkinson Extended', data: fontOf(extBold), weight: 600 as const },
];

/** A card as a PNG, 1200 by 630. The text is drawn as shapes: no font of the machine's is needed. */
export async function renderCard(card: ShareCard): Promise<Uint8Array<ArrayBuffer>> {
  // The renderer's type is that of a React element, of which it reads no more than the type and the props.
  const element = cardElement(card) as unknown as Parameters<typeof satori>[0];
  const svg = await satori(element, { ...CARD, fonts: FONTS });
  const png = await sharp(Buffer.from(svg)).png({ palette: true, effort: 4 }).toBuffer();
  return new Uint8Array(png);
}
