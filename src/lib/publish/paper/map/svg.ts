/** Elements of a drawing in millimetres, to the hundredth. */

export const round = (value: number) => Math.round(value * 100) / 100;
export const circle = ([x, y]: readonly number[], r: number, more: string) =>
	`<circle cx="${round(x!)}" cy="${round(y!)}" r="${round(r)}" ${more}/>`;
export const path = (d: string, more: string) => (d ? `<path d="${d}" ${more}/>` : '');
