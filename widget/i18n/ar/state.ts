import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/state.ts'

/** What became of a message: on its way, held, refused, deleted, removed. */
export const messages: Translation<typeof en> = {
  'send.pending': 'جارٍ الإرسال…',
  'send.held': 'بانتظار المراجعة. لا يراها غيرك.',
  'send.queued': 'ستُرسل عند عودة الاتصال',
  'send.failed': 'لم تُرسل. نصك محفوظ هنا.',
  'send.edit': 'تعديل',
  'send.discard': 'حذف',
  'thread.deleted': 'حذفها كاتبها',
  'thread.removed': 'أزالها {brand}: {reason}',
  'thread.removedPlain': 'أزالها {brand}',
  'action.deleted': 'حُذفت الرسالة',
  'action.undo': 'تراجع',
  'err.prefix': 'خطأ:',
  'err.empty': 'اكتب رسالة',
  'err.name': 'أدخل اسمًا أو اسمًا مستعارًا',
  'err.nameTaken': 'هذا الاسم يخص فريق {brand}. اختر غيره.',
  'err.nameRefused': 'لا يمكن استخدام هذا الاسم هنا. اختر غيره.',
  'err.rate': 'تنشر بسرعة كبيرة. أعد المحاولة بعد {duration}.',
  'err.kind': 'لا يُقبل هذا النوع من الرسائل هنا. اختر غيره.',
  'err.closed': 'هذه المحادثة مغلقة.',
  'err.banned': 'لم يعد بإمكانك الكتابة هنا.',
  'err.merged': 'دُمجت هذه المحادثة في محادثة أخرى. عدّل رسالتك لإرسالها هناك.',
  'err.gone': 'لم تعد هذه المحادثة موجودة',
  'err.reload': 'هذه الصفحة قديمة. أعد تحميلها ثم أرسل من جديد.',
  'err.elsewhere': 'اقرأها في صفحة مستقلة',
  'err.network': 'لا اتصال. أعد المحاولة.',
  'err.server': 'حدث خلل من جهتنا. أعد المحاولة.',
}
