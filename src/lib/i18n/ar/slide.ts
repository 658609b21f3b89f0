import type { slide as english } from '../en/slide';

export const slide = {
	title: 'الأماكن الممنوع ارتيادها ومناطق الانتشار',
	heading: 'قرب الأماكن الممنوع ارتيادها من مناطق انتشار القوات والموظفين',
	subtitle: ({ mission, day }: { mission: string; day: string }) => `${mission} · كما في ${day}`,
	asOf: 'كما في',
	print: 'طباعة',
	savePicture: 'حفظ كصورة',
	pictureFailed: 'تعذّر إعداد الصورة. اطبع الصفحة بدلًا من ذلك.',
	back: 'إلى الخريطة',
	headline: ({ near, all, ring }: { near: string; all: string; ring: string }) =>
		`${near} من أصل ${all} من الأماكن الممنوع ارتيادها تقع ضمن ${ring} من موقع انتشار`,
	range: ({ least, most }: { least: string; most: string }) =>
		`مع ما تتركه دقّة المواقع من احتمال: ${least} على الأقل و${most} على الأكثر`,
	median: ({ distance }: { distance: string }) =>
		`يقع نصفها على مسافة تقل عن ${distance} من أقرب موقع انتشار`,
	noPlaces: 'لم يكن أي مكان ممنوع ارتياده ومعروف الموقع مشمولًا بتوجيه نافذ في هذا اليوم.',
	ringsCaption: 'الأماكن الممنوع ارتيادها القريبة من موقع انتشار',
	distance: 'ضمن',
	measured: 'المقيس',
	certain: 'المؤكَّد',
	possible: 'المحتمل',
	basesCaption: ({ ring }: { ring: string }) => `مواقع الانتشار الأكثر تعرّضًا ضمن ${ring}`,
	deployment: 'موقع الانتشار',
	places: 'الأماكن',
	noBases: 'لا يوجد مكان ممنوع ارتياده بهذا القرب من أي موقع انتشار.',
	regionsCaption: 'بحسب الإقليم',
	region: 'الإقليم',
	noRegion: 'غير مسجّل',
	near: ({ ring }: { ring: string }) => `ضمن ${ring}`,
	legend: 'مفتاح الخريطة',
	place: 'مكان ممنوع ارتياده',
	zone: 'منطقة ممنوع ارتيادها',
	curfew: 'منطقة حظر تجوّل',
	ringAround: ({ ring }: { ring: string }) => `ضمن ${ring} من موقع انتشار`,
	classRules: ({ rules }: { rules: string }) =>
		`ممنوع ارتيادها في كل مكان ولا موقع لها يُرسم: ${rules}.`,
	sources: ({ sources }: { sources: string }) => `مواقع الانتشار: ${sources}.`,
	list: ({ sequence, date }: { sequence: string; date: string }) =>
		`الأماكن الممنوع ارتيادها: توجيهات منشورة في «كوردون»؛ أحدث قائمة هي ${sequence}، نافذة منذ ${date}.`,
	method:
		'تُقاس المسافات على سطح كرة بين المواقع المسجّلة وحوافها، ويراعي المؤكَّد والمحتمل دقّة الموقعين كليهما.',
	origin:
		'على غرار الشريحة الخاصة بكوسوفو في مجموعة الموارد المتعلقة بالاتجار بالأشخاص لعمليات حفظ السلام، 2004.',
	basemap: ({ attribution }: { attribution: string }) => `الخريطة: ${attribution}.`,
	made: ({ date }: { date: string }) => `أُعدّت في ${date}`,
	mapLabel: ({ mission }: { mission: string }) =>
		`خريطة ${mission}: مواقع الانتشار والأماكن الممنوع ارتيادها؛ وتبيّن الجداول المجاورة المعلومات نفسها.`
} satisfies typeof english;
