/**
 * Sets one paper and ends: reads a job from its standard input, writes the PDF to its standard output.
 * A process of its own (press.ts), because a compiler in machine code can neither be interrupted nor
 * be kept from taking the whole process with it when it fails.
 */
import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

export type Job = {
	/** Folder of the templates. */
	templates: string;
	template: string;
	fonts: string[];
	inputs: { paper: string; exact: string };
};

/** With tags and with a Unicode meaning for every glyph, and may carry the exact text. */
const STANDARD = 'a-3a';

function typeset({ templates, template, fonts, inputs }: Job): Buffer {
	const compiler = NodeCompiler.create({
		workspace: templates,
		fontArgs: [{ fontPaths: fonts }]
	});
	const { result, ...compiled } = open(compiler, template, inputs);
	if (!result) throw new Error(compiled.trouble);
	return compiler.pdf(result, { pdfStandard: STANDARD });
}

function open(compiler: NodeCompiler, template: string, inputs: Job['inputs']) {
	const compiled = compiler.compile({ mainFilePath: template, inputs });
	const told = compiled.takeDiagnostics() ?? compiled.takeWarnings();
	// A warning too: nothing about a legal document may be left to chance.
	const messages = (told?.shortDiagnostics ?? []) as {
		message: string;
		path: string;
		range: string;
	}[];
	const trouble = messages
		.map(({ message, path, range }) => `${message} (${path} ${range})`)
		.join('\n');
	return { result: trouble ? null : compiled.result, trouble };
}

try {
	process.stdout.write(typeset(JSON.parse(readFileSync(0, 'utf8')) as Job));
} catch (error) {
	process.stderr.write((error as Error).message);
	process.exitCode = 1;
}
