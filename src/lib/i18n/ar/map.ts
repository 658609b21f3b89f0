import type { map as english } from '../en/map';
import { pluralOf } from '../plural';

const plural = pluralOf('ar');

export const map = {
	title: 'الخريطة',
	label: ({ mission }: { mission: string }) => `خريطة ${mission}`,
	loading: 'جارٍ تحميل الخريطة …',
	unavailable:
		'لا يستطيع هذا المتصفّح رسم الخريطة لأن تقنية WebGL غير متوفّرة أو معطّلة. يعرض الجدول كلّ ما كانت الخريطة ستبيّنه.',
	gestures: {
		desktop: 'استخدم مفتاح Ctrl مع عجلة الفأرة لتكبير الخريطة أو تصغيرها',
		mac: 'استخدم مفتاح ⌘ مع التمرير لتكبير الخريطة أو تصغيرها',
		touch: 'استخدم إصبعين لتحريك الخريطة'
	},
	controls: {
		label: 'أدوات الخريطة',
		zoomIn: 'تكبير',
		zoomOut: 'تصغير',
		whole: 'عرض منطقة البعثة كاملة',
		locate: 'عرض موقعي',
		forget: 'إخفاء موقعي'
	},
	position: {
		refused: 'لا يتيح المتصفّح موقعه. اسمح بذلك لهذه الصفحة في إعدادات المتصفّح.',
		failed: 'تعذّر تحديد الموقع. حاول مجددًا في مكان مكشوف.'
	},
	time: {
		label: 'التاريخ المعروض',
		asOf: 'العرض كما في هذا اليوم',
		asOfDay: ({ day }: { day: string }) => `كما في ${day}`,
		now: 'كما في هذا اليوم',
		today: 'اليوم',
		play: 'تشغيل عبر الزمن',
		pause: 'إيقاف مؤقّت',
		previousChange: 'إلى التغيير السابق',
		nextChange: 'إلى التغيير التالي',
		change: ({ number, version, title }: { number: string; version: string; title: string }) =>
			`التوجيه ${number}، الإصدار ${version}: ${title}`
	},
	panel: 'لوحة الخريطة',
	tabs: { label: 'محتوى اللوحة', selection: 'المحدَّد', layers: 'الطبقات', table: 'الجدول' },
	layers: {
		'off-limits': 'الأماكن الممنوع ارتيادها',
		deployments: 'مواقع الانتشار',
		drafts: 'المسوّدات',
		heat: 'الادعاءات',
		proximity: 'المسافات حول المحدَّد',
		register: 'أماكن معروفة غير مدرجة'
	},
	layersHint: {
		drafts: 'غير منشورة: لا تُلزم أحدًا بعد.',
		register: 'مسجّلة في سجل المنشآت ولا يشملها توجيه في هذا اليوم.'
	},
	legend: {
		areaOfOperations: 'منطقة عمليات',
		accuracy: 'يقع داخل الدائرة المتقطّعة',
		cluster: 'مواقع متقاربة، مع عددها',
		buffer: 'ممنوع ارتياد ما حولها',
		zone: 'منطقة',
		curfew: 'منطقة حظر تجوّل',
		classRules: 'فئات من الأماكن ممنوع ارتيادها في كل مكان',
		draft: 'مقترح في مسوّدة',
		rings: 'دوائر حول المحدَّد',
		choose: 'حدّد قاعدة أو مكانًا لعرض الدوائر والمسافات.'
	},
	heat: {
		span: 'السنوات المجموعة',
		spans: {
			'1': 'السنة المعروضة',
			'3': 'ثلاث سنوات',
			'5': 'خمس سنوات',
			all: 'جميع السنوات حتى ذلك الحين'
		},
		type: 'نوع الادعاء',
		allTypes: 'جميع الأنواع',
		picture: 'طريقة العرض',
		pictures: { smooth: 'ممهَّدة', grid: 'المساحات كما عُدّت' },
		years: ({ from, to }: { from: string; to: string }) =>
			from === to ? `بلاغات واردة في ${from}` : `بلاغات واردة من ${from} إلى ${to}`,
		perArea: 'عدد البلاغات في المساحة',
		density: 'عدد البلاغات في كل 100 كم²، بعد التمهيد',
		range: ({ from, to }: { from: string; to: string }) => `من ${from} إلى ${to}`,
		below: ({ from, until }: { from: string; until: string }) => `من ${from} إلى أقل من ${until}`,
		andMore: ({ from }: { from: string }) => `${from} أو أكثر`,
		noData: 'بلا لون: لم يُفرج عن أي عدد. وهذا لا يعني الصفر.',
		withheld: ({ minimum }: { minimum: string }) => `حُجبت بعض الأعداد لأنها تقل عن ${minimum}.`,
		minimum: ({ minimum }: { minimum: string }) =>
			`لا يخرج من قاعدة البيانات عدد يقل عن ${minimum} في المساحة والسنة، ولا تخرج منها بلاغات مفردة أبدًا.`,
		noYears: 'لا بلاغات مسجّلة لهذه السنوات. وهذا لا يعني أنه لم تقع حوادث.',
		failed: 'تعذّر تحميل الأعداد. حاول مجددًا بعد قليل.'
	},
	search: {
		label: 'ابحث عن أماكن أو قواعد أو إحداثيات',
		placeholder: 'اسم أو درجات أو MGRS',
		results: ({ count }: { count: number }) =>
			plural(count, {
				zero: 'لا نتائج',
				one: 'نتيجة واحدة',
				two: 'نتيجتان',
				few: '# نتائج',
				many: '# نتيجة',
				other: '# نتيجة'
			}),
		nothing: 'لا نتائج. جرّب جزءًا من الاسم أو إحداثيات.',
		former: ({ name }: { name: string }) => `سابقًا ${name}`,
		also: ({ name }: { name: string }) => `ويُعرف أيضًا باسم ${name}`,
		town: 'مدينة أو قرية',
		municipality: 'بلدية',
		coordinates: 'إحداثيات'
	},
	table: {
		caption: 'ما تعرضه الخريطة',
		type: 'النوع',
		name: 'الاسم',
		town: 'المدينة',
		nearest: 'الأقرب',
		inView: 'المعروض في الإطار فقط',
		shown: ({ shown, total }: { shown: string; total: string }) => `${shown} من ${total} في الإطار`,
		empty: 'لا شيء معروض هنا في هذا اليوم. حرّك الخريطة أو غيّر اليوم أو شغّل طبقة.',
		heatCaption: 'الادعاءات بحسب المساحة',
		area: 'وسط المساحة',
		reports: 'البلاغات'
	},
	selection: {
		close: 'إلغاء التحديد',
		force: 'القوة',
		unit: 'الوحدة',
		town: 'المدينة',
		strength: 'عدد الأفراد في هذا اليوم',
		noStrength: 'غير معروف',
		valid: 'فترة الوجود',
		position: 'الموقع',
		sources: 'المصادر',
		buffer: 'ممنوع ارتياد ما حوله',
		directive: 'التوجيه',
		directiveVersion: ({ number, version }: { number: string; version: string }) =>
			`التوجيه ${number}، الإصدار ${version}`,
		since: 'مدرج منذ',
		lapses: 'يسقط ما لم يُؤكَّد',
		hours: 'الساعات',
		exceptions: 'الاستثناءات',
		otherNames: 'أسماء أخرى',
		notListed: 'غير مدرج في هذا اليوم. وتسري معايير السلوك هنا كما في كل مكان.',
		notShown: 'ما حُدِّد غير موجود في هذا اليوم.'
	},
	proximity: {
		listedAround: 'الأماكن الممنوع ارتيادها حوله',
		deploymentsAround: 'مواقع الانتشار حوله',
		within: ({ radius }: { radius: string }) => `ضمن ${radius}`,
		certain: 'مؤكَّد',
		possible: 'محتمل',
		cannotTell: 'يتعذّر الجزم',
		about: ({ distance, uncertainty }: { distance: string; uncertainty: string }) =>
			`${distance} ± ${uncertainty}`,
		none: ({ radius }: { radius: string }) => `لا شيء ضمن ${radius} في هذا اليوم.`,
		method: 'تُقاس المسافات على سطح كرة بين المواقع المسجّلة، ومقدار الشك هو مجموع دقّتَي الموقعين.'
	},
	status: {
		pointer: 'المؤشّر',
		middle: 'وسط الخريطة',
		scale: ({ length }: { length: string }) => `المقياس: ${length}`,
		list: ({ sequence, date }: { sequence: string; date: string }) =>
			`القائمة ${sequence}، نافذة منذ ${date}`,
		noList: 'لا توجد قائمة نافذة',
		notes: 'ملاحظات ومصادر'
	}
} satisfies typeof english;
