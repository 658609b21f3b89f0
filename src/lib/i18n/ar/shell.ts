import type { shell as english } from '../en/shell';
import { pluralOf } from '../plural';

const plural = pluralOf('ar');

export const shell = {
	product: 'كوردون',
	skipToContent: 'انتقل إلى المحتوى',
	nav: {
		label: 'الصفحات',
		more: 'المزيد',
		check: 'التحقّق',
		list: 'القائمة',
		map: 'الخريطة',
		desk: 'المكتب',
		directives: 'التوجيهات',
		analysis: 'التحليل',
		slide: 'شريحة القرب',
		deployments: 'أماكن الانتشار',
		cases: 'الملفات',
		places: 'الأماكن',
		import: 'الاستيراد',
		record: 'السجلّ',
		members: 'الأعضاء',
		keys: 'المفاتيح'
	},
	home: 'الصفحة الرئيسية',
	mission: 'البعثة',
	changeMission: 'تغيير البعثة',
	chooseMission: 'اختيار البعثة',
	language: 'اللغة',
	theme: { label: 'المظهر', system: 'حسب الجهاز', light: 'فاتح', dark: 'داكن' },
	account: {
		label: 'الحساب',
		signIn: 'تسجيل الدخول',
		signOut: 'تسجيل الخروج',
		changePassword: 'تغيير كلمة السرّ',
		signedInAs: ({ name }) => `مسجّل الدخول باسم ${name}`,
		until: ({ date }) => `حتى ${date}`,
		delegated: 'مفوَّض من رئيس البعثة'
	},
	exercise: {
		mark: 'بيانات تمرين',
		explanation:
			'المنشآت والادعاءات المعروضة هنا مختلَقة. أما أماكن الانتشار والأرقام المنشورة فحقيقية ومصادرها مذكورة معها.'
	},
	footer: {
		label: 'عن هذا النظام',
		method: 'المنهجية',
		about: 'عن البيانات'
	},
	close: 'إغلاق',
	cancel: 'إلغاء',
	save: 'حفظ',
	back: 'رجوع',
	print: 'طباعة',
	download: 'تنزيل',
	copy: 'نسخ',
	copied: 'تمّ النسخ',
	search: 'بحث',
	clear: 'مسح',
	loading: 'جارٍ التحميل …',
	tryAgain: 'حاول مرة أخرى',
	yes: 'نعم',
	no: 'لا',
	none: 'لا شيء',
	notPublished: 'غير منشور',
	unknown: 'غير معروف',
	optional: 'اختياري',
	required: 'إلزامي',
	dismiss: 'إخفاء',
	showMore: 'عرض المزيد',
	table: {
		sortBy: ({ column }) => `ترتيب حسب ${column}`,
		ascending: 'تصاعديًا',
		descending: 'تنازليًا',
		rows: ({ count }) =>
			plural(count, {
				zero: 'لا صفوف',
				one: 'صف واحد',
				two: 'صفّان',
				few: '# صفوف',
				many: '# صفًا',
				other: '# صف'
			}),
		empty: 'لا يوجد ما يُعرض.',
		scrolls: 'يمكن تحريك الجدول جانبيًا.'
	},
	panel: { expand: 'عرض مزيد من اللوحة', collapse: 'عرض أقلّ من اللوحة' },
	coordinates: {
		degrees: 'الدرجات',
		mgrs: 'إحداثيات الشبكة العسكرية',
		accuracy: ({ distance }) => `معروف بدقّة ${distance}`,
		copy: 'نسخ الإحداثيات'
	},
	freshness: {
		list: ({ sequence }) => `القائمة ${sequence}`,
		source: ({ source }) => `المصدر: ${source}`,
		asOf: ({ date }) => `حتى تاريخ ${date}`,
		issued: ({ date }) => `صدرت في ${date}`,
		confirmed: ({ ago }) => `آخر تأكيد ${ago}`,
		expires: ({ date }) => `صالحة دون تأكيد حتى ${date}`,
		stale: 'لم تؤكَّد منذ مدة طويلة'
	},
	pageNotFound: 'هذه الصفحة غير موجودة',
	pageNotFoundDetail: 'قد يكون في العنوان خطأ، أو نُقلت الصفحة.',
	notAllowed: 'هذه الصفحة مخصّصة لأدوار أخرى',
	notAllowedDetail:
		'دورك في هذه البعثة لا يشملها. إذا كنت تحتاج إليها في عملك فاطلبها من مسؤول النظام في بعثتك.',
	somethingFailed: 'تعذّر عرض الصفحة',
	somethingFailedDetail:
		'لم يتغيّر شيء. حاول مرة أخرى بعد قليل، وإن تكرّر ذلك فأبلغ مسؤول النظام بالرقم المرجعي أدناه.',
	reference: ({ id }) => `الرقم المرجعي ${id}`,
	toHome: 'إلى الصفحة الرئيسية'
} satisfies typeof english;
