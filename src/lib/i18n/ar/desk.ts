import type { desk as english } from '../en/desk';

export const desk = {
	title: 'المكتب'
} satisfies typeof english;
