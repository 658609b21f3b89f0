import type { check as english } from '../en/check';

export const check = {
	title: 'التحقّق'
} satisfies typeof english;
