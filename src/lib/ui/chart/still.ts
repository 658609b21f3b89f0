/** Drawings of the page as markup that looks the same in any program. */
import type { Still } from './chart';

const PAINTED = 'path, rect, circle, line, text, tspan, use, polygon, polyline, ellipse';
const SHAPE = [
	'fill',
	'fill-opacity',
	'stroke',
	'stroke-opacity',
	'stroke-width',
	'stroke-dasharray'
];
const WORDS = ['font-size', 'font-weight', 'text-anchor', 'direction', 'unicode-bidi'];

/**
 * An SVG of the document with its computed colours and letters written into it. Classes and ids of
 * the page mean nothing outside; those that a pattern is referred to by stay.
 */
export function toStill(svg: SVGSVGElement): string {
	const copy = svg.cloneNode(true) as SVGSVGElement;
	const originals = svg.querySelectorAll<SVGElement>(PAINTED);
	copy.querySelectorAll<SVGElement>(PAINTED).forEach((element, i) => {
		const style = getComputedStyle(originals[i]!);
		const names = /^t/.test(element.localName) ? [...SHAPE, ...WORDS] : SHAPE;
		for (const name of names)
			element.setAttribute(name, style.getPropertyValue(name).replaceAll('"', "'"));
	});
	for (const element of [copy, ...copy.querySelectorAll('*')])
		for (const { name } of [...element.attributes])
			if (/^(class|data-|aria-|role|focusable|style|tabindex)/.test(name))
				element.removeAttribute(name);
	// Groups hand their colour down; every painted element has its own by now.
	for (const group of [copy, ...copy.querySelectorAll('g')])
		for (const name of [...SHAPE, ...WORDS]) group.removeAttribute(name);
	return new XMLSerializer().serializeToString(copy);
}

/** The items of a legend in the page: each mark and its words. */
export const toLegend = (list: HTMLElement | undefined): Still['legend'] =>
	[...(list?.querySelectorAll('li') ?? [])].flatMap((item) => {
		const mark = item.querySelector('svg');
		return mark
			? {
					markup: toStill(mark),
					width: mark.width.baseVal.value,
					height: mark.height.baseVal.value,
					label: item.textContent?.trim() ?? ''
				}
			: [];
	});

/** Runs with an element that is laid out as paper, light in every theme, and seen by nobody. */
export function onPaper<T>(use: (paper: HTMLElement) => T): T {
	const paper = document.createElement('div');
	paper.className = 'paper visually-hidden';
	// Its tokens are those of paper, but colour itself is inherited from the page.
	paper.style.color = 'var(--ink)';
	paper.setAttribute('aria-hidden', 'true');
	document.body.append(paper);
	try {
		return use(paper);
	} finally {
		paper.remove();
	}
}
