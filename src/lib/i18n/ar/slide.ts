import type { slide as english } from '../en/slide';

export const slide = {
	title: 'الأماكن الممنوع ارتيادها ومناطق الانتشار'
} satisfies typeof english;
