import type { desk as english } from '../en/desk';
import { pluralOf } from '../plural';

const plural = pluralOf('ar');

const DAYS = {
	zero: 'أقل من يوم',
	one: 'يوم واحد',
	two: 'يومين',
	few: '# أيام',
	many: '# يومًا',
	other: '# يوم'
};

export const desk = {
	title: 'المكتب',
	inForce: 'الساري الآن',
	entries: ({ count }) =>
		plural(count, {
			zero: 'لا بنود',
			one: 'بند واحد',
			two: 'بندان',
			few: '# بنود',
			many: '# بندًا',
			other: '# بند'
		}),
	directives: ({ count }) =>
		plural(count, {
			zero: 'لا توجيهات',
			one: 'توجيه واحد',
			two: 'توجيهان',
			few: '# توجيهات',
			many: '# توجيهًا',
			other: '# توجيه'
		}),
	listNumber: ({ sequence }) => `القائمة رقم ${sequence}`,
	listSince: ({ when }) => `منذ ${when}`,
	nothingInForce: 'لا شيء سارٍ. انشر أول توجيه للبعثة.',
	seeList: 'القائمة السارية',
	seeMap: 'الخريطة',

	drafts: 'مسودات تنتظر',
	draftsNone: 'لا مسودة تنتظر.',
	draftNew: 'توجيه جديد',
	draftAmends: ({ number }) => `تعدّل التوجيه ${number}`,
	draftLifts: ({ number }) => `ترفع التوجيه ${number}`,
	draftBehind: 'صدر من التوجيه إصدار أحدث منذ بدء هذه المسودة.',
	draftSaved: ({ who, when }) => `حفظها ${who}، ${when}`,
	untitled: 'بلا عنوان',

	emergencies: 'بنود طارئة توشك أن تسقط',
	emergenciesNone: 'لا بند طارئًا ساريًا.',
	lapsesIn: ({ days }) => `يسقط خلال ${plural(days, DAYS)}`,
	lapsesToday: 'يسقط خلال يوم',
	lapsed: ({ when }) => `سقط ${when}`,

	scheduled: 'موقَّع ولم يسرِ بعد',
	scheduledNone: 'لا شيء مقرَّر.',
	effective: ({ when }) => `يسري ${when}`,

	changes: 'منذ الأسبوع الماضي',
	changesNone: 'لم يتغيّر شيء في الأيام السبعة الأخيرة.',
	added: ({ count }) =>
		`أُضيف ${plural(count, { zero: '0', one: '#', two: '#', few: '#', many: '#', other: '#' })}`,
	removed: ({ count }) =>
		`حُذف ${plural(count, { zero: '0', one: '#', two: '#', few: '#', many: '#', other: '#' })}`,
	published: ({ when }) => `نُشر ${when}`,

	coverage: 'من أكّد القراءة',
	coverageShare: ({ share }) => `أُقرّ بقراءة ${share}`,
	coverageNone: 'لا توجيه ساريًا يمكن تأكيد قراءته.'
} satisfies typeof english;
