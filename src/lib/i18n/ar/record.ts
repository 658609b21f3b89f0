import type { record as english } from '../en/record';

export const record = {
	title: 'السجلّ'
} satisfies typeof english;
