import { Marked } from 'marked';
import type { Offered } from '$lib/i18n/tags';
import type { PageServerLoad } from './$types';

/** The text as committed, taken into the build: nothing is read from outside, so nothing to sanitise. */
const TEXTS = import.meta.glob<string>('/src/docs/method*.md', {
	query: '?raw',
	import: 'default',
	eager: true
});

const FILES: Record<Offered, string> = {
	en: '/src/docs/method.md',
	ar: '/src/docs/method.ar.md'
};

function render(markdown: string): string {
	const marked = new Marked();
	marked.use({
		renderer: {
			// Results link to the paragraph that explains them: /method#proximity.
			heading({ tokens, depth, text }) {
				const id = text
					.toLowerCase()
					.replace(/[^\p{L}\p{N}]+/gu, '-')
					.replace(/^-|-$/g, '');
				return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>`;
			},
			// Wide tables scroll in a box that the keyboard reaches.
			table(token) {
				const head = token.header.map((cell) => `<th scope="col">${inline(this, cell)}</th>`);
				const rows = token.rows.map(
					(row) => `<tr>${row.map((cell) => `<td>${inline(this, cell)}</td>`).join('')}</tr>`
				);
				return `<div class="scroll" tabindex="0" role="group"><table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
			}
		}
	});
	return marked.parse(markdown, { async: false });
}

type Cell = { tokens: Parameters<Marked['parser']>[0] };
function inline(
	renderer: { parser: { parseInline(tokens: Cell['tokens']): string } },
	cell: Cell
): string {
	return renderer.parser.parseInline(cell.tokens);
}

const rendered = new Map<string, string>();

export const load: PageServerLoad = ({ locals }) => {
	const own = FILES[locals.locale];
	const file = own in TEXTS ? own : FILES.en;
	if (!rendered.has(file)) {
		// The page has its own title: the first heading of the text is left out.
		rendered.set(file, render((TEXTS[file] ?? '').replace(/^# .*\n/, '')));
	}
	return { html: rendered.get(file) ?? '', translated: file === own };
};
