import type { FailureCode } from '../core/errors.ts';
import { m } from '../messages/generated/messages.js';

/** What happened, and what the person can do about it. */
export interface FailureWords {
  readonly title: () => string;
  readonly advice: () => string;
}

/** The words of every failure: a code without words does not compile. */
export const failureWords: Readonly<Record<FailureCode, FailureWords>> = {
  'camera-denied': { title: m.camera_denied_title, advice: m.camera_denied_advice },
  'camera-missing': { title: m.camera_missing_title, advice: m.camera_missing_advice },
  'camera-busy': { title: m.camera_busy_title, advice: m.camera_busy_advice },
  'camera-lost': { title: m.camera_lost_title, advice: m.camera_lost_advice },
  'camera-unsupported': { title: m.camera_unsupported_title, advice: m.camera_unsupported_advice },
  'video-unreadable': { title: m.video_unreadable_title, advice: m.video_unreadable_advice },
  'video-unsupported': { title: m.video_unsupported_title, advice: m.video_unsupported_advice },
  'model-missing': { title: m.model_missing_title, advice: m.model_missing_advice },
  'model-damaged': { title: m.model_damaged_title, advice: m.model_damaged_advice },
  'engine-unavailable': { title: m.engine_unavailable_title, advice: m.engine_unavailable_advice },
  'engine-lost': { title: m.engine_lost_title, advice: m.engine_lost_advice },
  'storage-full': { title: m.storage_full_title, advice: m.storage_full_advice },
  'storage-blocked': { title: m.storage_blocked_title, advice: m.storage_blocked_advice },
  'storage-stale': { title: m.storage_stale_title, advice: m.storage_stale_advice },
  'storage-damaged': { title: m.storage_damaged_title, advice: m.storage_damaged_advice },
  'backup-foreign': { title: m.backup_foreign_title, advice: m.backup_foreign_advice },
  'backup-too-new': { title: m.backup_too_new_title, advice: m.backup_too_new_advice },
  'backup-truncated': { title: m.backup_truncated_title, advice: m.backup_truncated_advice },
  'backup-damaged': { title: m.backup_damaged_title, advice: m.backup_damaged_advice },
  'backup-too-large': { title: m.backup_too_large_title, advice: m.backup_too_large_advice },
  'backup-halted': { title: m.backup_halted_title, advice: m.backup_halted_advice },
  'share-unreadable': { title: m.share_unreadable_title, advice: m.share_unreadable_advice },
  'share-foreign': { title: m.share_foreign_title, advice: m.share_foreign_advice },
  'share-too-new': { title: m.share_too_new_title, advice: m.share_too_new_advice },
  'share-locked': { title: m.share_locked_title, advice: m.share_locked_advice },
  'share-damaged': { title: m.share_damaged_title, advice: m.share_damaged_advice },
  'share-too-large': { title: m.share_too_large_title, advice: m.share_too_large_advice },
  'share-code': { title: m.share_code_title, advice: m.share_code_advice },
  'qr-unseen': { title: m.qr_unseen_title, advice: m.qr_unseen_advice },
  'qr-picture': { title: m.qr_picture_title, advice: m.qr_picture_advice },
  'qr-reader': { title: m.qr_reader_title, advice: m.qr_reader_advice },
  'report-typeface': { title: m.report_typeface_title, advice: m.report_typeface_advice },
  'record-address': { title: m.record_address_title, advice: m.record_address_advice },
  'record-blocked': { title: m.record_blocked_title, advice: m.record_blocked_advice },
  'record-unreachable': { title: m.record_unreachable_title, advice: m.record_unreachable_advice },
  'record-foreign': { title: m.record_foreign_title, advice: m.record_foreign_advice },
  'record-denied': { title: m.record_denied_title, advice: m.record_denied_advice },
  'record-forbidden': { title: m.record_forbidden_title, advice: m.record_forbidden_advice },
  'record-sign-in': { title: m.record_sign_in_title, advice: m.record_sign_in_advice },
  'record-patient': { title: m.record_patient_title, advice: m.record_patient_advice },
  'record-patient-many': {
    title: m.record_patient_many_title,
    advice: m.record_patient_many_advice,
  },
  'record-conflict': { title: m.record_conflict_title, advice: m.record_conflict_advice },
  'record-refused': { title: m.record_refused_title, advice: m.record_refused_advice },
  'record-too-large': { title: m.record_too_large_title, advice: m.record_too_large_advice },
  'record-busy': { title: m.record_busy_title, advice: m.record_busy_advice },
  'record-failing': { title: m.record_failing_title, advice: m.record_failing_advice },
  'record-content': { title: m.record_content_title, advice: m.record_content_advice },
};
