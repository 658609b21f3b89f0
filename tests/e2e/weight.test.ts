/** What a phone downloads on its first visit, as it comes over the line. */
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
	openBrowser,
	phone,
	signIn,
	startCordon,
	type RunningCordon,
	type Visitor
} from './cordon';

const LIMIT_BYTES = 100_000;
let cordon: RunningCordon;
let visitor: Visitor;

beforeAll(async () => {
	cordon = await startCordon();
	visitor = await openBrowser(cordon);
});
afterAll(async () => {
	await visitor?.close();
	await cordon?.dispose();
});

test.each(['en', 'ar'])(
	'check and list weigh less than 100 kB in %s, fonts and data apart',
	async (locale) => {
		const page = await visitor.newPage(phone);
		await page
			.context()
			.addCookies([{ name: 'cordon-locale', value: locale, url: cordon.address }]);
		await signIn(page, cordon, 'personnel');
		const weights: Record<string, number> = {};
		for (const view of ['check', 'list']) {
			await page.goto('about:blank');
			const network = await page.context().newCDPSession(page);
			await network.send('Network.enable');
			await network.send('Network.clearBrowserCache');
			const types = new Map<string, string>();
			let bytes = 0;
			network.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
			network.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
				if (/^(Script|Stylesheet)$/.test(types.get(requestId)!)) bytes += encodedDataLength;
			});
			const answer = await page.goto(`/missions/kosovo/${view}`, { waitUntil: 'networkidle' });
			await page.getByRole('heading', { level: 1 }).waitFor();
			// The page without the records that travel in it.
			const html = (await answer!.text()).replace(/<script[\s\S]*?<\/script>/g, '');
			weights[view] = bytes + brotliCompressSync(html).length;
			expect(types.size).toBeGreaterThan(10);
			await network.detach();
		}
		console.log(`${locale}: ${JSON.stringify(weights)}`);
		for (const weight of Object.values(weights)) expect(weight).toBeLessThan(LIMIT_BYTES);
	}
);
