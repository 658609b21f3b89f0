import type { analysis as english } from '../en/analysis';

export const analysis = {
	title: 'التحليل'
} satisfies typeof english;
