import { createHash } from 'node:crypto';

// Colours are those of src/lib/ui/tokens.css, which is not reachable before the build answers.
const style = `
:root { color-scheme: light dark; }
body { box-sizing: border-box; margin: 0; padding: 1.5rem; min-block-size: 100vh; display: grid;
	place-content: center; justify-items: center; gap: 1rem; text-align: center; overflow-wrap: anywhere;
	font: 1rem/1.5 'Noto Sans', system-ui, sans-serif;
	color: light-dark(#1d2430, #e6e9ee); background: light-dark(#f6f7f9, #12161c); }
svg { inline-size: 4rem; block-size: 4rem; }
h1 { font-size: 1.25rem; margin: 0; }
p { margin-block: 0.25rem 0; color: light-dark(#4a5464, #a8b2c0); }
circle { fill: none; stroke: light-dark(#9c1c28, #ff8b8b); stroke-width: 5; stroke-dasharray: 14 6; }
@media (prefers-reduced-motion: no-preference) {
	circle { transform-origin: center; animation: turn 12s linear infinite; }
	@keyframes turn { to { transform: rotate(1turn); } }
}`;

const digest = createHash('sha256').update(style).digest('base64');

export const startingPolicy = `default-src 'none'; style-src 'sha256-${digest}'; frame-ancestors 'none'; base-uri 'none'`;

/**
 * What a browser shows while the database opens, in the interface's two languages, because nothing is
 * known yet of who reads. It asks again by itself.
 */
export function renderStarting(doing: string): string {
	return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="2"><title>Cordon is starting</title><style>${style}</style></head>
<body><svg viewBox="0 0 64 64" aria-hidden="true"><circle cx="32" cy="32" r="26"/></svg>
<main role="status"><h1>Cordon is starting</h1><p>It opens here by itself.</p><p>${escape(doing)}</p></main>
<section lang="ar" dir="rtl"><h1>يجري تشغيل كوردون</h1><p>ستُفتح الصفحة تلقائيًا.</p></section></body>
</html>
`;
}

const escape = (text: string) =>
	text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
