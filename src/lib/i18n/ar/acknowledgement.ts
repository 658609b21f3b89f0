import type { acknowledgement as english } from '../en/acknowledgement';
import { pluralOf } from '../plural';

const plural = pluralOf('ar');

export const acknowledgement = {
	confirm: {
		ask: 'أكّد أنك قرأت هذا التوجيه. الجهل به ليس عذرًا.',
		button: 'قرأته',
		done: ({ when }) => `أكّدت في ${when} أنك قرأته.`,
		failed: 'لم يصل تأكيدك إلى الخادوم.'
	},
	title: 'للقراءة والإقرار',
	one: ({ name, title }) => `للقراءة والإقرار: ${name}، ${title}`,
	several: ({ count }) =>
		plural(count, {
			zero: 'لا توجيهات للقراءة والإقرار',
			one: 'توجيه واحد للقراءة والإقرار',
			two: 'توجيهان للقراءة والإقرار',
			few: '# توجيهات للقراءة والإقرار',
			many: '# توجيهًا للقراءة والإقرار',
			other: '# توجيه للقراءة والإقرار'
		}),
	reminded: ({ date }) => `ذُكِّرتَ بذلك في ${date}.`,
	readWhole: 'قراءة النص كاملًا',
	readAll: ({ count }) =>
		plural(count, {
			zero: 'قرأته',
			one: 'قرأته',
			two: 'قرأت كليهما',
			few: 'قرأتها كلها (#)',
			many: 'قرأتها كلها (#)',
			other: 'قرأتها كلها (#)'
		}),
	waits: ({ count }) =>
		plural(count, {
			zero: 'لا إقرار ينتظر الإرسال.',
			one: 'إقرارك محفوظ على هذا الجهاز مع وقته، ويُرسل عند عودة الشبكة.',
			two: 'إقراران محفوظان على هذا الجهاز مع وقتيهما، ويُرسلان عند عودة الشبكة.',
			few: '# إقرارات محفوظة على هذا الجهاز مع أوقاتها، وتُرسل عند عودة الشبكة.',
			many: '# إقرارًا محفوظًا على هذا الجهاز مع أوقاتها، وتُرسل عند عودة الشبكة.',
			other: '# إقرار محفوظ على هذا الجهاز مع أوقاتها، وتُرسل عند عودة الشبكة.'
		}),
	clockDoubted: 'لا يمكن أن تكون ساعة الجهاز صحيحة، ولذلك يُحتسب الإقرار من وقت وصوله.',

	coverage: {
		open: 'من أقرّ بالقراءة',
		title: ({ number, version }) => `من أقرّ بقراءة التوجيه ${number}، الإصدار ${version}`,
		figure: ({ done, all }) => `أقرّ ${done} من ${all}`,
		asOf: ({ when }) => `حتى ${when}. ويُسجَّل أنك اطّلعت.`,
		nobodyAsked: 'لا عضو ينتمي إلى فئة يُلزمها هذا الإصدار.',
		everybody: 'أقرّ بالقراءة كل من طُلب منه ذلك.',
		by: { unit: 'حسب الوحدة', base: 'حسب القاعدة', category: 'حسب الفئة' },
		group: { unit: 'الوحدة', base: 'القاعدة', category: 'الفئة' },
		notStated: 'غير مذكور',
		acknowledged: 'أقرّوا',
		missing: 'لم يُقرّوا بعد',
		share: ({ done, all }) => `${done} من ${all}`,
		whoIsMissing: 'من لم يُقرّ بعد',
		name: 'الاسم',
		since: 'مطلوب منه منذ',
		remind: ({ count }) =>
			plural(count, {
				zero: 'لا أحد لتذكيره',
				one: 'تذكير عضو واحد',
				two: 'تذكير عضوين',
				few: 'تذكير # أعضاء',
				many: 'تذكير # عضوًا',
				other: 'تذكير # عضو'
			}),
		remindHint:
			'يرون التذكير داخل كوردون عند فتحه في المرة التالية. لا تُرسل أي رسالة بريد. مرة واحدة في اليوم على الأكثر.',
		remindedToday: 'ذُكِّروا اليوم.',
		remindedNow: ({ count }) =>
			plural(count, {
				zero: 'لم يُذكَّر أحد.',
				one: 'ذُكِّر عضو واحد.',
				two: 'ذُكِّر عضوان.',
				few: 'ذُكِّر # أعضاء.',
				many: 'ذُكِّر # عضوًا.',
				other: 'ذُكِّر # عضو.'
			}),
		reminders: 'التذكيرات',
		reminder: ({ when, who }) => `${when}، من ${who}`,
		export: 'CSV'
	}
} satisfies typeof english;
