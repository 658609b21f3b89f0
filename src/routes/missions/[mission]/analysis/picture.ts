/** A chart or map of the page as a file of its own: letters brought along, stamped, made on this device. */
import { withTexts } from '$lib/publish/formats/png';
import { describe, renderSvg, type Measure, type Picture } from '$lib/publish/formats/svg';
import { fileNameOf, type About } from '$lib/publish/sheet';
import { saveFile } from '$lib/ui/save-file';

export type PictureFormat = 'svg' | 'png';

/** Pixels of a PNG for one of the drawing: sharp on paper and on dense screens. */
const DENSITY = 2;
const LEAST_ROUNDS = 2;
const MOST_ROUNDS = 12;

export async function savePicture(
	name: string,
	picture: Picture,
	about: About,
	format: PictureFormat
): Promise<void> {
	const words = [picture.title, picture.subtitle, picture.exercise, ...picture.notes].join('');
	const letters = words + picture.markup + picture.legend.map(({ label }) => label).join('');
	const sheet = renderSvg(picture, about, measureText(), await fontsOf(letters));
	const file =
		format === 'svg'
			? new Blob([sheet.svg], { type: 'image/svg+xml' })
			: await toPng(sheet, describe(picture, about));
	saveFile(file, fileNameOf({ name }, about, format));
}

function measureText(): Measure {
	const context = document.createElement('canvas').getContext('2d')!;
	const family = getComputedStyle(document.body).fontFamily;
	return (text, size, weight) => {
		context.font = `${weight} ${size}px ${family}`;
		return context.measureText(text).width;
	};
}

async function toPng(
	{ svg, width, height }: ReturnType<typeof renderSvg>,
	texts: Record<string, string>
): Promise<Blob> {
	const image = new Image();
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
	await image.decode();
	const canvas = document.createElement('canvas');
	canvas.width = width * DENSITY;
	canvas.height = height * DENSITY;
	const context = canvas.getContext('2d', { willReadFrequently: true })!;
	// A picture counts as decoded before the letters inside it are: drawn until nothing changes.
	let before = '';
	for (let round = 0; round < MOST_ROUNDS; round++) {
		context.drawImage(image, 0, 0, canvas.width, canvas.height);
		const now = canvas.toDataURL();
		if (round >= LEAST_ROUNDS && now === before) break;
		before = now;
		await new Promise((done) => setTimeout(done, 150));
	}
	const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
	if (!blob) throw new Error('the picture could not be encoded');
	return new Blob([withTexts(new Uint8Array(await blob.arrayBuffer()), texts)], {
		type: 'image/png'
	});
}

/** The faces of the page's own fonts that these letters are in, as rules with the files inside. */
async function fontsOf(letters: string): Promise<string> {
	const points = [...new Set(letters)].map((letter) => letter.codePointAt(0)!);
	const faces = [...document.styleSheets]
		.flatMap((sheet) => [...sheet.cssRules])
		.filter((rule) => rule instanceof CSSFontFaceRule)
		.filter(({ style }) => {
			const family = style.getPropertyValue('font-family').replaceAll(/["']/g, '');
			const range = style.getPropertyValue('unicode-range');
			return (
				/^Noto Sans( Arabic)? Variable$/.test(family) &&
				style.getPropertyValue('font-style') !== 'italic' &&
				points.some((point) => isInRange(point, range))
			);
		});
	const rules = faces.map(async ({ style, parentStyleSheet }) => {
		const address = /url\(["']?([^"')]+)/.exec(style.getPropertyValue('src'))![1]!;
		const response = await fetch(new URL(address, parentStyleSheet?.href ?? document.baseURI));
		const family = style.getPropertyValue('font-family').replaceAll(/["']| Variable/g, '');
		const range = style.getPropertyValue('unicode-range');
		return (
			`@font-face{font-family:'${family}';font-weight:100 900;unicode-range:${range};` +
			`src:url(${await toDataUrl(await response.blob())}) format('woff2')}`
		);
	});
	return (await Promise.all(rules)).join('');
}

/** Ranges as in CSS: "U+0-FF, U+131, U+4??". */
function isInRange(point: number, ranges: string): boolean {
	return ranges.split(',').some((each) => {
		const [from, until] = each.trim().replace(/^U\+/i, '').split('-') as [string, string?];
		const low = parseInt(from.replaceAll('?', '0'), 16);
		const high = parseInt((until ?? from).replaceAll('?', 'F'), 16);
		return point >= low && point <= high;
	});
}

function toDataUrl(blob: Blob): Promise<string> {
	return new Promise((done, failed) => {
		const reader = new FileReader();
		reader.onload = () => done(reader.result as string);
		reader.onerror = () => failed(reader.error ?? new Error('the font could not be read'));
		reader.readAsDataURL(blob);
	});
}
