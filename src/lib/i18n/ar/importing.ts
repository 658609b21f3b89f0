import type { importing as english } from '../en/importing';

export const importing = {
	title: 'الاستيراد'
} satisfies typeof english;
