import type { list as english } from '../en/list';
import { pluralOf } from '../plural';

const plural = pluralOf('ar');

export const list = {
	title: 'القائمة السارية',
	lead: 'كلّ ما هو ممنوع ارتياده في هذه البعثة اليوم، من الوثيقة المنشورة.',
	print: 'اطبع القائمة',
	onMap: 'على الخريطة',
	search: 'البحث في القائمة',
	searchHint: 'اسم أو اسم سابق أو بلدة أو عنوان، بأيّ خطّ',
	sort: { label: 'الترتيب', town: 'حسب البلدة', distance: 'حسب البُعد من هنا' },
	locating: 'جارٍ تحديد موقعك …',
	noPosition: 'تعذّر تحديد موقعك، فبقيت القائمة مرتّبة حسب البلدات.',
	positionStays: 'يُحسَب البُعد في هذا الجهاز، ولا يُرسَل موقعك.',
	groups: {
		everywhere: 'في منطقة البعثة كلّها',
		areas: 'المناطق ومناطق حظر التجوّل',
		noTown: 'بلا بلدة',
		count: ({ count }) =>
			plural(count, {
				zero: 'لا بنود',
				one: 'بند واحد',
				two: 'بندان',
				few: '# بنود',
				many: '# بندًا',
				other: '# بند'
			}),
		nearest: 'الأقرب أوّلًا'
	},
	found: ({ count, total }) =>
		plural(count, {
			zero: `لا شيء من أصل ${total}`,
			one: `بند واحد من أصل ${total}`,
			two: `بندان من أصل ${total}`,
			few: `# بنود من أصل ${total}`,
			many: `# بندًا من أصل ${total}`,
			other: `# بند من أصل ${total}`
		}),
	nothingFound: 'لا بند مطابق',
	nothingFoundHint:
		'عدم العثور على المكان لا يعني أنه مسموح به. الأسماء تتغيّر، فتحقّق من الموقع أيضًا.',
	empty: 'لا شيء ممنوع بموجب القائمة اليوم',
	emptyHint: 'ومع ذلك تسري معايير السلوك في كل مكان.',
	noList: 'تعذّر تحميل القائمة',
	directives: 'التوجيهات السارية',
	directive: ({ number, version }) => `التوجيه ${number}، الإصدار ${version}`,
	since: ({ date }) => `نافذ منذ ${date}`,
	review: ({ date }) => `موعد المراجعة ${date}`,
	binds: ({ categories }) => `يُلزم: ${categories}`,
	exempt: 'المعفَون',
	history: {
		title: 'القائمة في وقت آخر',
		lead: 'ما كان ساريًا في أي لحظة، للسجلات والتحقيقات.',
		choose: 'أي لحظة؟',
		open: 'في وقت آخر',
		heading: ({ when }) => `من الماضي: ما كان ساريًا في ${when}`,
		ahead: ({ when }) => `في المستقبل: ما سيكون ساريًا في ${when}، بحسب المنشور حتى الآن`,
		warning: ({ when }) =>
			`هذه قائمة ${when} وليست قائمة اليوم. لا يجوز لأحد أن يعتمد عليها أمام باب: فالتحقق يقرأ دائمًا قائمة اللحظة الراهنة.`,
		printed: ({ mission }) => `ليست قائمة اليوم · ${mission} · الأماكن الممنوع ارتيادها`,
		today: 'قائمة اليوم',
		onMap: 'تلك اللحظة على الخريطة',
		versions: 'الإصدارات السارية حينها',
		changes: 'ما تغيّر منذ ذلك الحين',
		directives: 'التوجيهات السارية في تلك اللحظة',
		empty: 'لم يكن شيء ممنوعًا بالقائمة في تلك اللحظة'
	},
	printed: {
		title: ({ mission, number }) => `${mission} · قائمة الأماكن الممنوعة ${number}`,
		state: ({ date }) => `سارية منذ ${date}`,
		at: ({ date }) => `طُبعت في ${date}`,
		hash: 'بصمة SHA-256 للقائمة المنشورة',
		paper: 'القائمة المطبوعة لا تتغيّر بتغيّر القائمة. تأكّد من رقمها قبل الاعتماد عليها.'
	},
	paper: {
		title: 'PDF',
		language: 'اللغة',
		size: 'الورق',
		kind: 'الوثيقة',
		sizes: { a4: 'A4', letter: 'ليتر' },
		kinds: { directive: 'توجيه للتوقيع', poster: 'ملصق للوحة الإعلانات' },
		make: 'تنزيل ملف PDF',
		making: 'يجري إعداد ملف PDF …',
		failed: 'تعذّر جلب ملف PDF. حاول مجددًا.'
	}
} satisfies typeof english;
