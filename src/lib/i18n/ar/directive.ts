import type { directive as english } from '../en/directive';

export const directive = {
	title: 'التوجيه'
} satisfies typeof english;
