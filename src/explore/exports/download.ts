/** Saves a file on the visitor's computer. */
export function download(name: string, content: string | Blob, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The click starts the download, but some browsers read the address a moment later.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}

const PIXELS_PER_UNIT = 2;
/** The longest side of a canvas in some browsers. */
const LONGEST_SIDE = 8192;

/**
 * An SVG picture as PNG.
 *
 * @throws Error when the browser cannot draw it.
 */
export async function asPng(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = Math.min(PIXELS_PER_UNIT, LONGEST_SIDE / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) {
        resolve(blob);
      } else {
        reject(new Error('The picture is too large for this browser.'));
      }
    }, 'image/png');
  });
}
