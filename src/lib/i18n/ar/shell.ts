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
		risk: 'المخاطر',
		cases: 'الملفات',
		places: 'الأماكن',
		import: 'الاستيراد',
		record: 'السجلّ',
		members: 'الأعضاء',
		audit: 'سجلّ التدقيق',
		keys: 'المفاتيح'
	},
	home: 'الصفحة الرئيسية',
	changeMission: 'تغيير البعثة',
	chooseMission: 'اختيار البعثة',
	language: 'اللغة',
	theme: { label: 'المظهر', system: 'حسب الجهاز', light: 'فاتح', dark: 'داكن' },
	account: {
		label: 'الحساب',
		signIn: 'تسجيل الدخول',
		signOut: 'تسجيل الخروج',
		changePassword: 'تغيير كلمة السرّ',
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
	print: 'طباعة',
	copied: 'تمّ النسخ',
	loading: 'جارٍ التحميل …',
	tryAgain: 'حاول مرة أخرى',
	notPublished: 'غير منشور',
	optional: 'اختياري',
	showMore: 'عرض المزيد',
	table: {
		rows: ({ count }) =>
			plural(count, {
				zero: 'لا صفوف',
				one: 'صف واحد',
				two: 'صفّان',
				few: '# صفوف',
				many: '# صفًا',
				other: '# صف'
			}),
		empty: 'لا يوجد ما يُعرض.'
	},
	panel: { expand: 'عرض مزيد من اللوحة', collapse: 'عرض أقلّ من اللوحة' },
	coordinates: {
		accuracy: ({ distance }) => `معروف بدقّة ${distance}`,
		copy: 'نسخ الإحداثيات'
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
