/**
 * The slide as one picture (A4 landscape at 200 dots an inch): the map as it stands on the page, and
 * everything that must not be separated from it, painted beside and below.
 */
import { PALETTE } from '$lib/ui/palette';
import { symbolSvg } from '$lib/map/symbols/draw';
import type { SlideContent, SlideTable } from './slide-content';

const WIDTH = 2339;
const HEIGHT = 1654;
const MARGIN = 70;
const GAP = 48;
const MAP_SHARE = 0.62;
const INK = '#1b1f24';
const SOFT = '#505963';
const LINE = '#c9ced5';
const colours = PALETTE.light;

type Area = { x: number; y: number; width: number; height: number };

/** Writes from the side on which reading starts, whatever the direction. */
class Pen {
	readonly context: CanvasRenderingContext2D;
	readonly dir: 'ltr' | 'rtl';
	readonly font: string;
	constructor(context: CanvasRenderingContext2D, dir: 'ltr' | 'rtl', font: string) {
		this.context = context;
		this.dir = dir;
		this.font = font;
		context.direction = dir;
		context.textBaseline = 'top';
	}

	/** Mirrors an inline position within an area for right-to-left. */
	at(area: Area, offset: number): number {
		return this.dir === 'ltr' ? area.x + offset : area.x + area.width - offset;
	}

	write(
		text: string,
		x: number,
		y: number,
		size: number,
		options: Partial<TextOptions> = {}
	): void {
		const { weight = 400, colour = INK, align = 'start' } = options;
		this.context.font = `${weight} ${size}px ${this.font}`;
		this.context.fillStyle = colour;
		this.context.textAlign = align;
		this.context.fillText(text, x, y);
	}

	/** Wraps at spaces; returns the y below the last line. */
	paragraph(
		text: string,
		area: Area,
		y: number,
		size: number,
		options?: Partial<TextOptions>
	): number {
		this.context.font = `${options?.weight ?? 400} ${size}px ${this.font}`;
		const lines: string[] = [];
		let line = '';
		for (const word of text.split(' ')) {
			const longer = line ? `${line} ${word}` : word;
			if (line && this.context.measureText(longer).width > area.width) {
				lines.push(line);
				line = word;
			} else line = longer;
		}
		lines.push(line);
		for (const each of lines) {
			this.write(each, this.at(area, 0), y, size, options);
			y += size * 1.35;
		}
		return y;
	}

	rule(area: Area, y: number, colour: string, width: number): void {
		this.context.fillStyle = colour;
		this.context.fillRect(area.x, y, area.width, width);
	}
}
type TextOptions = { weight: number; colour: string; align: CanvasTextAlign };

export async function paintSlide(
	content: SlideContent,
	map: HTMLCanvasElement,
	dir: 'ltr' | 'rtl'
): Promise<HTMLCanvasElement> {
	await document.fonts.ready;
	const canvas = document.createElement('canvas');
	canvas.width = WIDTH;
	canvas.height = HEIGHT;
	const context = canvas.getContext('2d');
	if (!context) throw new Error('no 2d canvas to paint the slide on');
	context.fillStyle = '#ffffff';
	context.fillRect(0, 0, WIDTH, HEIGHT);
	const pen = new Pen(context, dir, getComputedStyle(document.body).fontFamily);

	const page: Area = {
		x: MARGIN,
		y: MARGIN,
		width: WIDTH - 2 * MARGIN,
		height: HEIGHT - 2 * MARGIN
	};
	const top = paintHeader(pen, content, page);
	const notes = [...(content.exercise ? [content.exercise] : []), ...content.notes].join(' ');
	const bottom = HEIGHT - MARGIN - measureNotes(pen, notes, page);
	pen.paragraph(notes, page, bottom, NOTE_SIZE, { colour: SOFT });

	const legendHeight = 110;
	const mapHeight = bottom - top - legendHeight - 20;
	// The whole map as it stands on the page: nothing of the mission is cut off.
	const scale = Math.min((page.width * MAP_SHARE) / map.width, mapHeight / map.height);
	const mapWidth = map.width * scale;
	const mapX = dir === 'ltr' ? page.x : page.x + page.width - mapWidth;
	const mapArea: Area = { x: mapX, y: top, width: mapWidth, height: map.height * scale };
	paintMap(context, map, mapArea);
	await paintLegend(pen, content, {
		...mapArea,
		y: mapArea.y + mapArea.height + 14,
		height: legendHeight
	});
	const figuresWidth = page.width - mapWidth - GAP;
	const figuresX = dir === 'ltr' ? mapX + mapWidth + GAP : page.x;
	paintFigures(pen, content, { x: figuresX, y: top, width: figuresWidth, height: bottom - top });
	return canvas;
}

const NOTE_SIZE = 19;

function measureNotes(pen: Pen, notes: string, page: Area): number {
	// Painted outside the canvas once, to know how many lines there are.
	return pen.paragraph(notes, { ...page, x: page.x - 2 * WIDTH }, 0, NOTE_SIZE);
}

function paintHeader(pen: Pen, content: SlideContent, page: Area): number {
	pen.write(content.title, pen.at(page, 0), page.y, 46, { weight: 650 });
	pen.write(content.subtitle, pen.at(page, 0), page.y + 62, 28, { colour: SOFT });
	if (content.exercise) {
		const mark = content.exercise.split('.')[0] ?? '';
		const inset = 18;
		pen.write(mark, pen.at(page, page.width - inset), page.y + 58, 28, {
			weight: 650,
			colour: colours.near.line,
			align: 'end'
		});
		const width = pen.context.measureText(mark).width + 2 * inset;
		const x = pen.dir === 'ltr' ? page.x + page.width - width : page.x;
		pen.context.strokeStyle = colours.near.line;
		pen.context.lineWidth = 4;
		pen.context.strokeRect(x, page.y + 50, width, 46);
	}
	pen.rule(page, page.y + 108, colours.prohibition.line, 5);
	return page.y + 134;
}

function paintMap(context: CanvasRenderingContext2D, map: HTMLCanvasElement, area: Area): void {
	context.imageSmoothingQuality = 'high';
	context.drawImage(map, area.x, area.y, area.width, area.height);
	context.strokeStyle = LINE;
	context.lineWidth = 2;
	context.strokeRect(area.x, area.y, area.width, area.height);
}

async function loadSymbol(mark: Parameters<typeof symbolSvg>[0]): Promise<HTMLImageElement> {
	const image = new Image();
	image.src = `data:image/svg+xml,${encodeURIComponent(symbolSvg(mark, 'light', 64))}`;
	await image.decode();
	return image;
}

async function paintLegend(pen: Pen, content: SlideContent, area: Area): Promise<void> {
	const { context } = pen;
	const size = 34;
	let offset = 0;
	let y = area.y;
	for (const { mark, label } of content.legend) {
		context.font = `400 22px ${pen.font}`;
		const width = size + 12 + context.measureText(label).width + 34;
		if (offset + width > area.width) {
			offset = 0;
			y += size + 8;
		}
		const x = pen.dir === 'ltr' ? area.x + offset : area.x + area.width - offset - size;
		await paintMark(context, mark, x, y, size);
		pen.write(label, pen.at(area, offset + size + 12), y + 4, 22);
		offset += width;
	}
}

async function paintMark(
	context: CanvasRenderingContext2D,
	mark: SlideContent['legend'][number]['mark'],
	x: number,
	y: number,
	size: number
): Promise<void> {
	const disc = (radius: number) => {
		context.beginPath();
		context.arc(x + size / 2, y + size / 2, radius, 0, 2 * Math.PI);
	};
	if (mark === 'place') {
		disc(9);
		context.fillStyle = colours.prohibition.line;
		context.fill();
	} else if (mark === 'ring') {
		disc(15);
		context.fillStyle = `${colours.deployment.area}2e`;
		context.fill();
		context.strokeStyle = colours.deployment.line;
		context.lineWidth = 2;
		context.stroke();
	} else if (mark === 'zone' || mark === 'curfew') {
		paintSwatch(context, mark === 'zone' ? colours.prohibition : colours.curfew, x, y, size);
	} else {
		context.drawImage(await loadSymbol(mark), x, y, size, size);
	}
}

function paintSwatch(
	context: CanvasRenderingContext2D,
	{ line, hatch }: { line: string; hatch: string },
	x: number,
	y: number,
	size: number
): void {
	context.save();
	context.beginPath();
	context.rect(x, y + 5, size, size - 10);
	context.clip();
	context.strokeStyle = hatch;
	context.lineWidth = 4;
	for (let start = -size; start < size; start += 12) {
		context.beginPath();
		context.moveTo(x + start, y);
		context.lineTo(x + start + size, y + size);
		context.stroke();
	}
	context.restore();
	context.strokeStyle = line;
	context.lineWidth = 3;
	context.strokeRect(x, y + 5, size, size - 10);
}

function paintFigures(pen: Pen, content: SlideContent, area: Area): void {
	let y = pen.paragraph(content.headline, area, area.y, 38, { weight: 650 });
	for (const detail of content.details)
		y = pen.paragraph(detail, area, y + 4, 23, { colour: SOFT });
	for (const table of content.tables) y = paintTable(pen, table, area, y + 22);
}

function paintTable(pen: Pen, table: SlideTable, area: Area, y: number): number {
	if (table.rows.length === 0) return pen.paragraph(table.empty, area, y, 22, { colour: SOFT });
	const figureWidth = table.columns.length > 3 ? 122 : 175;
	const column = (index: number) =>
		pen.at(area, area.width - (table.columns.length - 1 - index) * figureWidth);
	y = pen.paragraph(table.caption, area, y, 24, { weight: 650 });
	const row = (cells: string[], weight: number, colour: string) => {
		const room = area.width - (cells.length - 1) * figureWidth - 8;
		cells.forEach((cell, index) => {
			if (index > 0) return pen.write(cell, column(index), y, 21, { weight, colour, align: 'end' });
			pen.write(shorten(pen, cell, room, 21), pen.at(area, 0), y, 21, { weight, colour });
		});
		y += 31;
		pen.rule(area, y - 4, LINE, 1);
	};
	row(table.columns, 600, SOFT);
	for (const cells of table.rows) row(cells, 400, INK);
	return y;
}

/** A name that is too long for its column ends in an ellipsis. */
function shorten(pen: Pen, text: string, width: number, size: number): string {
	pen.context.font = `400 ${size}px ${pen.font}`;
	if (pen.context.measureText(text).width <= width) return text;
	let kept = text;
	while (kept && pen.context.measureText(`${kept}…`).width > width) kept = kept.slice(0, -1);
	return `${kept}…`;
}
