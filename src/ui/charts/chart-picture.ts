/**
 * What the style sheet gives to a drawing's parts and a file has to bring along. The typeface is not among it: a file
 * is shown with the letters of whoever opens it.
 */
const drawnBy = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'font-size',
  'font-weight',
] as const;

const letters = 'system-ui, sans-serif';

/** Around the drawing, and above it for the title, in pixels. */
const room = { edge: 20, title: 44 };

/** How many pixels wide a painted picture is at least; chosen: sharp on a printed page's width. */
const paintedWidth = 1800;

interface Picture {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** A chart as it is on the page, as an SVG file of its own with a title. */
export function drawnPicture(svg: SVGSVGElement, title: string): Blob {
  return fileOf(standalone(svg, title));
}

/** The same as a PNG; null where the browser cannot paint it. */
export async function paintedPicture(svg: SVGSVGElement, title: string): Promise<Blob | null> {
  const picture = standalone(svg, title);
  const address = URL.createObjectURL(fileOf(picture));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(paintedWidth, picture.width);
    canvas.height = Math.round((canvas.width * picture.height) / picture.width);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => {
      canvas.toBlob(resolve, 'image/png');
    });
  } catch (error) {
    // What `decode` rejects with; anything else is a fault of ours.
    if (error instanceof DOMException) return null;
    throw error;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function fileOf({ text }: Picture): Blob {
  return new Blob([text], { type: 'image/svg+xml' });
}

function standalone(svg: SVGSVGElement, title: string): Picture {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const copies = copy.querySelectorAll('*');
  svg.querySelectorAll('*').forEach((part, index) => {
    const own = copies[index];
    if (own === undefined) return;
    const style = getComputedStyle(part);
    for (const name of drawnBy) own.setAttribute(name, style.getPropertyValue(name));
    own.removeAttribute('class');
  });
  const width = svg.clientWidth + 2 * room.edge;
  const height = svg.clientHeight + 2 * room.edge + room.title;
  const page = getComputedStyle(document.documentElement);
  copy.removeAttribute('class');
  copy.removeAttribute('aria-hidden');
  const frame = { xmlns: 'http://www.w3.org/2000/svg', width, height, 'font-family': letters };
  setAll(copy, {
    ...frame,
    viewBox: `${-room.edge} ${-room.edge - room.title} ${width} ${height}`,
  });
  const paper = part('rect', {
    x: -room.edge,
    y: -room.edge - room.title,
    width,
    height,
    fill: page.backgroundColor,
  });
  const heading = part('text', { x: 0, y: -room.title / 2, fill: page.color, 'font-size': 20 });
  heading.setAttribute('font-weight', '650');
  heading.textContent = title;
  const name = part('title', {});
  name.textContent = title;
  copy.prepend(name, paper, heading);
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

function part(tag: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  setAll(made, attributes);
  return made;
}

function setAll(to: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) to.setAttribute(name, String(value));
}
