/**
 * `npm test`: everything that CI runs, on a machine that has Node 20 and npm and nothing else.
 * Installs what is missing (packages always; Chromium and PostgreSQL with PostGIS where this is a
 * Debian and we are root), then types, lint, build, and the tests, those in a real browser included.
 * With CI=true a skipped test is a failure: there, everything must have run.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './prepare.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const bin = join(root, 'node_modules', '.bin');
/** @type {NodeJS.ProcessEnv} */
const env = { ...process.env, PATH: [bin, process.env.PATH].join(delimiter), FORCE_COLOR: '0' };
const totals = { passed: 0, failed: 0, skipped: 0 };

/** @param {string} command @param {string[]} args */
const run = (command, args) =>
	spawnSync(command, args, { cwd: root, env, stdio: 'inherit' }).status === 0;

/** What the tests need beside npm packages, where to see that it is there, and Debian's names for it. */
const machine = [
	{
		name: 'Chromium',
		present: () =>
			[
				process.env.CHROMIUM,
				'/usr/bin/chromium',
				'/usr/bin/chromium-browser',
				'/usr/bin/google-chrome'
			].some((path) => path && existsSync(path)),
		packages: ['chromium']
	},
	{
		name: 'PostgreSQL with PostGIS',
		present: hasPostgis,
		packages: ['postgresql', 'postgresql-postgis']
	},
	{
		name: 'readers of PDF files',
		present: () => ['pdftotext', 'qpdf'].every((tool) => !spawnSync(tool, ['--version']).error),
		packages: ['poppler-utils', 'qpdf']
	}
];

function hasPostgis() {
	const share = '/usr/share/postgresql';
	return (
		existsSync(share) &&
		readdirSync(share).some(
			(version) =>
				existsSync(join(share, version, 'extension', 'postgis.control')) &&
				existsSync(join('/usr/lib/postgresql', version, 'bin', 'initdb'))
		)
	);
}

function installMachine() {
	const missing = machine.filter(({ present }) => !present());
	if (missing.length === 0) return;
	const names = missing.map(({ name }) => name).join(' and ');
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
		console.log(
			`Not on this machine, and not ours to install: ${names}. Tests that need it are skipped.`
		);
		return;
	}
	console.log(`Installing ${names}.`);
	env.DEBIAN_FRONTEND = 'noninteractive';
	run('apt-get', ['update', '-qq']);
	const packages = missing.flatMap(({ packages }) => packages);
	run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

/**
 * What it prints comes in one piece at its end: others run beside it.
 * @param {string} title @param {string} command @param {string[]} args
 */
async function step(title, command, args) {
	const began = Date.now();
	const work = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
	let said = '';
	for (const stream of [work.stdout, work.stderr]) {
		stream.setEncoding('utf8').on('data', (text) => (said += text));
	}
	const [status] = await once(work, 'close');
	const passed = status === 0;
	totals[passed ? 'passed' : 'failed']++;
	const seconds = Math.round((Date.now() - began) / 1000);
	console.log(`\n── ${title}\n${said}── ${title}: ${passed ? 'passed' : 'FAILED'} in ${seconds} s`);
}

async function checkAndBuild() {
	await step('types', 'npm', ['run', 'check:types']);
	// After the types, because both write what SvelteKit generates.
	await step('build', process.execPath, ['src/cli/prepare.js']);
}

/** @param {string} project A project of vite.config.ts. */
function runTests(project) {
	console.log(`\n── tests: ${project}`);
	const folder = mkdtempSync(join(tmpdir(), 'cordon-results-'));
	const file = join(folder, 'results.json');
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	const succeeded = run(join(bin, 'vitest'), ['run', '--project', project, ...reporters]);
	const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
	rmSync(folder, { recursive: true, force: true });
	totals.passed += results?.numPassedTests ?? 0;
	totals.failed += results?.numFailedTests ?? 0;
	// A file that does not load, or an error outside any test, has no failed test to its name.
	if (!succeeded && !results?.numFailedTests) totals.failed++;
	for (const suite of results?.testResults ?? []) {
		for (const test of suite.assertionResults) {
			if (test.status === 'passed' || test.status === 'failed') continue;
			totals.skipped++;
			console.log(`skipped: ${test.fullName}`);
		}
	}
}

install();
installMachine();
// Two cores.
await Promise.all([checkAndBuild(), step('lint', 'npm', ['run', 'check:lint'])]);
runTests('unit');
runTests('e2e');

const { passed, failed, skipped } = totals;
const strict = process.env.CI === 'true' && skipped > 0;
if (strict) console.log('\nIn CI nothing may be skipped.');
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed > 0 || strict ? 1 : 0);
