import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const DECISIONS = readdirSync('src/docs/decisions').map((name) => `src/docs/decisions/${name}`);
const GUIDES = readdirSync('src/docs')
	.filter((name) => name.endsWith('.md'))
	.map((name) => `src/docs/${name}`);
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', ...GUIDES, ...DECISIONS];

const SCRIPTS = Object.keys(
	(JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object }).scripts
);
/** Commands of npm itself. */
const NPM = ['ci', 'install', 'start', 'test'];

describe.each(DOCUMENTS)('%s', (file) => {
	const text = readFileSync(file, 'utf8');

	test('links lead somewhere', () => {
		const broken = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
			.map(([, link]) => link!)
			.filter((link) => !/^(https?:|mailto:|#|\/)/.test(link))
			.filter((link) => !existsSync(join(dirname(file), link.split('#')[0]!)));
		expect(broken).toEqual([]);
	});

	test('paths that it names exist', () => {
		const named = [...text.matchAll(/`((?:src|tests|supabase|static|\.ci)\/[^`\s]*)`/g)]
			.map(([, path]) => path!)
			// A pattern names many: "decisions/NNNN-verb-phrase.md".
			.filter((path) => !/NNNN|\*|…|</.test(path));
		expect(named.filter((path) => !existsSync(path))).toEqual([]);
	});

	test('commands that it names exist', () => {
		const code = [...text.matchAll(/```[\s\S]*?```|`[^`\n]+`/g)].map(([span]) => span).join('\n');
		const unknown = [...code.matchAll(/\bnpm (run )?(?:--silent )?([a-z]+)\b/g)]
			.filter(([, run, name]) => (run ? !SCRIPTS.includes(name!) : !NPM.includes(name!)))
			.map(([command]) => command);
		expect(unknown).toEqual([]);
	});
});

test('every decision has its four parts and a number of its own', () => {
	const parts = ['Context', 'Decision', 'Consequences', 'What would change our mind'];
	const incomplete = DECISIONS.filter((file) => {
		const text = readFileSync(file, 'utf8');
		return (
			!parts.every((part) => text.includes(`## ${part}`) || text.includes(`**${part}.**`)) ||
			!/^# /.test(text)
		);
	});
	expect(incomplete).toEqual([]);
	const numbers = DECISIONS.map((file) => /(\d{4})-[a-z0-9-]+\.md$/.exec(file)?.[1]);
	expect(numbers).not.toContain(undefined);
	expect(new Set(numbers).size).toBe(numbers.length);
});

test('the variables that README names are read somewhere, and all that matter are named', () => {
	const readme = readFileSync('README.md', 'utf8');
	const settings = readFileSync('src/lib/server/settings.ts', 'utf8');
	const read = new Set(
		[...settings.matchAll(/env\.([A-Z_]+)/g)]
			.map(([, name]) => name!)
			// An older name of the same key, and a limit for tests.
			.filter((name) => !['SUPABASE_ANON_KEY', 'CORDON_DEADLINE_MS'].includes(name))
	);
	expect([...read].filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});
