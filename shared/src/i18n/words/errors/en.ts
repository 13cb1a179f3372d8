// The same in English.
import type { vi } from './vi.ts'

export const en: Record<keyof typeof vi, string> = {
  'error.PASSWORD_WEAK':
    'This password is too easy to guess (the card number, or what everybody takes). Please choose another one, for example a few words that are easy to remember.',
  'error.ACCOUNT_CODE_WRONG':
    'The card number or the code on the slip is not right, or the code was used or has expired. If both were typed as they stand there, please ask the branch secretary for a new slip.',
  'error.ACCOUNT_SLIPS_PRINTED':
    'These slips were made already, and their codes cannot be shown again. Please print again; the earlier slips will no longer work.',
  'error.ACCOUNT_REQUEST_UNKNOWN':
    'This request was decided already, has expired or was sent anew. Please look at the queue again.',
  'error.ACCOUNT_ALREADY_ACTIVE':
    'Somebody among those chosen has a working account already. To replace it, please choose “Issue anew”.',
  'error.ACCOUNT_LOCKED': 'This account is locked. Please unlock it first.',
  'error.ACCOUNT_OWN': 'Nobody locks or resets the own account. To change your password, please go to “My account”.',
  'error.ACCOUNT_OUTRANKED':
    'This account has as many rights here as you have or more, or rights elsewhere. Please turn to the branch secretary or the administrator.',
  'error.COMMAND_UNKNOWN': 'The system does not know this action. Please reload the page.',
  'error.COMMAND_ID_REUSED': 'This action has a number that was used before. Please reload the page and try again.',
  'error.COMMAND_EXPIRED': 'This action came too late and has no effect. Please do it again.',
  'error.COMMAND_IN_DOUBT':
    'It is not yet known whether this action was recorded. Your device will ask again by itself; please do not repeat it.',
  'error.COMMAND_WITHOUT_EXPIRY': 'This action lacks its time limit. Please reload the page and try again.',
  'error.STREAM_UNKNOWN': 'This meeting was not found. Please go back to the list.',
  'error.STREAM_KIND_WRONG': 'This action is not possible here. Please reload the page.',
  'error.MEETING_UNKNOWN': 'This meeting was not found. Please go back to the list.',
  'error.MEETING_NOT_MEMBER':
    'You are not on the list of this meeting. If that is a mistake, ask the branch secretary.',
  'error.MEETING_NOT_CHAIR': 'Only the chair can do this.',
  'error.MEETING_EXISTS': 'This meeting exists already. Please open it from the list.',
  'error.MEETING_NOT_OPEN': 'The meeting is not open yet. Please wait for the chair to open it.',
  'error.MEETING_ALREADY_OPEN': 'The meeting is open already; nothing more to do.',
  'error.MEETING_CLOSED': 'The meeting is over. You can read its record.',
  'error.MEETING_TIMES_WRONG': 'The end must be after the beginning. Please correct it.',
  'error.MEETING_CHAIR_NOT_MEMBER': 'The chair must be a member of the branch. Please choose again.',
  'error.MEETING_NOT_ANNOUNCED': 'The meeting has not been announced yet. Please send the notice first.',
  'error.MEETING_ALREADY_ANNOUNCED': 'This meeting has been announced already.',
  'error.MEETING_CANCELLED': 'This meeting does not take place.',
  'error.MEETING_PLAN_STALE': 'Somebody else has just changed this plan. Please look at the new one, then go on.',
  'error.MEETING_ORGANIZATION_CHANGED': 'A meeting cannot be moved to another branch.',
  'error.MEETING_APPROVAL_MISSING':
    'Meeting online needs the written consent of the committee above. Please enter its number, date and authority.',
  'error.MEETING_PLACE_MISSING': 'Please name at least one site where members attend in person.',
  'error.MEETING_SITE_IN_USE':
    'Members are checked in at the site that you are about to remove. Please keep it, or check them out first.',
  'error.ATTENDANCE_TOO_EARLY':
    'It is too early to check in at the site. Please do so when the meeting is about to begin.',
  'error.MEETING_GUEST_WRONG':
    'A guest cannot be a member of the branch or follow it from above (they are told anyway), and the guest’s account must exist.',
  'error.MEETING_PERSON_NOT_ON_ROLL': 'Somebody who was given a part is not on the roll. Please choose again.',
  'error.MEETING_OFFICER_ABSENT': 'The person chosen is not in the room now. Please choose somebody who is.',
  'error.MEETING_CHAIR_PRESENT': 'The chair is still in the room.',
  'error.MEETING_REOPEN_LATE': 'The time in which the closing could be taken back is over.',
  'error.AGENDA_EMPTY': 'The agenda has no items yet. Please take a template or add items.',
  'error.AGENDA_ITEM_UNKNOWN': 'This item is no longer on the agenda. Please look at the agenda again.',
  'error.AGENDA_ITEM_NOT_RUNNING': 'This item is not on now.',
  'error.AGENDA_IN_PERSON_ONLY': 'This item is done in person at a site only, not online.',
  'error.AGENDA_STALE': 'The agenda has just been changed. Please look at the new one, then go on.',
  'error.ABSENCE_NOT_REPORTED': 'This member has given no notice of absence.',
  'error.ATTENDANCE_SITE_UNKNOWN': 'This meeting has no such site.',
  'error.ATTENDANCE_SITE_NOT_YOURS': 'You are not assigned to call the roll at this site.',
  'error.ATTENDANCE_NOT_ON_ROLL': 'Somebody chosen is not on the list of this meeting.',
  'error.ATTENDANCE_SUSPENDED': 'A member who is suspended cannot be checked in.',
  'error.ATTENDANCE_CODE_WRONG':
    'The site’s code is wrong or has expired. Please scan or type the code that the site shows now.',
  'error.ATTENDANCE_TIMES_WRONG': 'These times cannot be. Arrival must be before departure and not later than now.',
  'error.ATTENDANCE_STILL_CONNECTED': 'This member is connected to the room and cannot be recorded as absent.',
  'error.ORGANIZATION_UNKNOWN': 'This organization cannot be found. Please go back to the list.',
  'error.ORGANIZATION_EXISTS':
    'This organization is already registered. To change it, please enter a change from a day on.',
  'error.ORGANIZATION_CODE_TAKEN': 'This code belongs to another organization. Please check it and enter another one.',
  'error.ORGANIZATION_KIND_UNKNOWN': 'This kind of organization is not in the list. Please choose again.',
  'error.ORGANIZATION_BRANCH_TYPE_WRONG':
    'A branch needs its type, and other organizations have none. Please choose again.',
  'error.ORGANIZATION_PARENT_UNKNOWN':
    'The organization above does not exist, or not on that day. Please choose again.',
  'error.ORGANIZATION_CYCLE': 'An organization cannot stand under itself or under one of its own. Please choose again.',
  'error.ORGANIZATION_VERSION_OVERLAPS':
    "This day is not after the organization's last change. Please choose another day.",
  'error.ORGANIZATION_ENDED': 'This organization has ended and cannot be changed any more.',
  'error.ORGANIZATION_HAS_CHILDREN': 'Other organizations still stand under it after this day. Please move them first.',
  'error.ORGANIZATION_MERGER_UNKNOWN':
    'The organization to merge into does not exist, or not on that day. Please choose again.',
  'error.MEMBER_UNKNOWN': "This member is not in the branch's list. Please go back to the list.",
  'error.MEMBER_NOT_HERE': 'This member does not belong to the branch on that day. Please check the day.',
  'error.MEMBER_ALREADY_HERE': 'This member already belongs to the branch and need not be received.',
  'error.MEMBER_ELSEWHERE': 'This member belongs to another branch. That branch has to transfer them first.',
  'error.MEMBER_NOT_INTRODUCED':
    'Nobody with this card number has been introduced to the branch. Please check number and day, or ask the branch they come from.',
  'error.MEMBER_NUMBER_TAKEN': 'This card number belongs to another member. Please check it.',
  'error.MEMBER_NOT_OFFICIAL': 'Probationary members hold no office in the branch. Please choose an official member.',
  'error.PERIOD_WRONG': 'The end has to come after the beginning. Please put it right.',
  'error.STANDING_OVERLAPS': 'This member already has that status in this period. Please change the period.',
  'error.STANDING_UNKNOWN': 'This status of the member cannot be found. Please reload the page.',
  'error.OFFICE_OVERLAPS': 'This member holds an office in that period. Please end the former one first.',
  'error.OFFICE_TAKEN': 'The branch has a secretary in this period. Please end the term of the former one first.',
  'error.OFFICE_UNKNOWN': 'This office of the member cannot be found. Please reload the page.',
  'error.RULE_SET_VERSION_OLD': 'This rule set already has this version or a newer one. Please raise the version.',
  'error.ATTENDANCE_NOT_IN_ROOM': 'You are not in the room. Please enter the meeting room first.',
  'error.ABSENCE_NOT_EXPECTED': 'You are not expected at this meeting, so there is nothing to report.',
  'error.ABSENCE_ALREADY_REPORTED': 'You have already reported your absence; no need to send it again.',
  'error.ATTENDANCE_REMOVED':
    'The chair has asked you to leave the room: {{reason}}. To take part again, please contact the chair.',
  'error.ATTENDANCE_MEMBER_REMOVED':
    'The chair has shown this person out. They can be checked in once the chair lets them in again.',
  'error.FLOOR_HAND_UNKNOWN': 'This request to speak is no longer on the list.',
  'error.FLOOR_SPEECH_UNKNOWN': 'This speech is over.',
  'error.FLOOR_NOT_YOURS':
    'You can only ask for and end the floor for yourself, or for people at the site that you run.',
  'error.FLOOR_NOT_PRESENT': 'This person is no longer in the meeting.',
  'error.DOCUMENT_UNKNOWN': 'This document cannot be found. Please load the page again.',
  'error.DOCUMENT_WITHDRAWN': 'This document was taken back and can no longer be read.',
  'error.DOCUMENT_ID_REUSED':
    'This upload was used for another file already. Please choose the file again and post it again.',
  'error.DOCUMENT_LIMIT': 'A meeting has at most {{most}} documents. Please put files together.',
  'error.DOCUMENT_TOO_LARGE':
    'The file is larger than {{megabytes}} MB. Please make it smaller or split it, then post it again.',
  'error.DOCUMENT_TYPE_WRONG':
    'This file is neither PDF, Word (.docx) nor a picture (PNG, JPEG, WebP), whatever its name says. Please choose another one.',
  'error.DOCUMENT_BROKEN':
    'The file is broken and cannot be opened. Please save it again with the program that made it.',
  'error.DOCUMENT_ENCRYPTED':
    'The file has a password, so nobody could read it here. Please remove the password and post it again.',
  'error.DOCUMENT_BOMB':
    'The file unpacks to far more than it should, so it is not opened. Please save it as an ordinary PDF.',
  'error.DOCUMENT_ACTIVE':
    'The file carries a program or other files inside (macros, scripts, attachments). Please save it with its contents only.',
  'error.DOCUMENT_MARKED_SECRET':
    'The document is marked secret and is not posted: by the law on the protection of state secrets it must not be on a connected system. Please use paper, as the rules say.',
  'error.DOCUMENT_STORE_UNAVAILABLE': 'The document store is not ready. Please try again in some minutes.',
  'error.DOCUMENT_NOT_PRESENTABLE': 'Only PDF documents can be presented. Please post this document as a PDF.',
  'error.PRESENTING_NEEDS_FLOOR': 'To present, you need to be given the floor by the chair.',
  'error.PRESENTATION_UNKNOWN': 'This presentation is over.',
  'error.PRESENTATION_NOT_YOURS': 'Only the presenter turns the pages; the chair can end the presentation as well.',
  'error.COMMENT_UNKNOWN': 'This comment is not in the meeting. Please reload the page.',
  'error.COMMENT_ID_REUSED':
    'The number of this comment already belongs to another one. Please copy the text and send it as a new comment.',
  'error.COMMENT_READ_OUT': 'This comment has been read before the branch and can no longer be withdrawn.',
  'error.COMMENT_WITHDRAWN': 'The author has withdrawn this comment, so it can no longer be marked.',
  'error.COMMENT_TOO_MANY_OWN':
    'You have sent 30 comments on this meeting. Please bring the rest to the branch’s committee.',
  'error.COMMENT_TOO_MANY':
    'This meeting has received as many comments as can be kept. Please bring the rest to the branch’s committee.',
  'error.POLL_UNKNOWN': 'This vote was not found; the chair may have removed it. Please reload the page.',
  'error.POLL_NOT_PREPARED':
    'This vote has begun or is over and can no longer be changed. To take it again, choose “Vote again”.',
  'error.POLL_CHANGED': 'The vote has just been changed on another device. Please look at it again and press again.',
  'error.POLL_NOT_OPEN': 'This vote has not begun. Please wait for the chair.',
  'error.POLL_CLOSED': 'The vote has ended; nothing more can be recorded.',
  'error.POLL_NOT_CLOSED':
    'The vote has not ended, so its result cannot be announced. Please press “End the vote” first.',
  'error.POLL_OTHER_OPEN': 'Another vote is on. Please end it first.',
  'error.POLL_METHOD_BARRED':
    'The rules do not allow this matter to be voted on in this way. Please choose another way.',
  'error.POLL_ELECTRONIC_BARRED':
    'The upper committee has not allowed secret ballots on devices for this matter. Please use paper.',
  'error.POLL_ELECTORATE_SMALL':
    'Only {{count}} may vote, fewer than {{least}}, so a ballot on devices would not be secret. Please use paper.',
  'error.POLL_NO_VOTERS': 'There is nobody in the base who could vote. Please check the list.',
  'error.POLL_OPTIONS_WRONG':
    'The options or the number of choices are wrong: every option needs a name of its own, and no more may be chosen than there are.',
  'error.POLL_TELLERS_MISSING': 'A paper ballot needs at least two tellers from the branch. Please name them.',
  'error.POLL_REPEAT_WRONG': 'Only a vote that has ended or was cancelled can be taken again.',
  'error.POLL_TOO_MANY': 'This meeting has 100 votes already. Please remove those that are not needed.',
  'error.POLL_RUNNING': 'A vote is still on. Please end or cancel it before closing the meeting.',
  'error.VOTE_NOT_ELIGIBLE': 'You may not vote on this matter.',
  'error.VOTE_PROBATIONARY': 'Probationary members take part in the discussion and have no vote.',
  'error.VOTE_NOT_PRESENT': 'You must be in the room to vote. Please enter and press again.',
  'error.VOTE_AT_SITE': 'You are counted at {{site}}; please raise your hand there.',
  'error.VOTE_COUNTED_AT_SITE':
    '{{site}} has counted you already. Ask its operator to count again; then you can vote here.',
  'error.VOTE_IN_PERSON_ONLY': 'This matter is voted on in person only, at a site.',
  'error.VOTE_CHOICES_WRONG': 'That choice is not possible. Please choose again, {{most}} at most.',
  'error.HANDS_NOT_YOURS': 'Only this site’s operator, the minutes secretary or the chair may enter its hands.',
  'error.HANDS_TOO_MANY': 'There are more hands than may vote at this site ({{most}}). Please count again.',
  'error.HANDS_STALE': 'How many may vote at this site has just changed; it is {{mayVote}} now. Please count again.',
  'error.HANDS_MISSING':
    'The hands of {{sites}} are missing or out of date. Please wait for them, or confirm that they are left out.',
  'error.PAPER_COUNT_WRONG':
    'The figures do not agree: no more returned than issued, valid and invalid together are those returned, the choices fit the valid ones, no more than {{most}} issued. Please check them.',
  'error.PAPER_COUNT_CHANGED': 'The figures have just been entered on another device. Please look at the new ones.',
  'error.PAPER_NOT_TELLER': 'Only the tellers of this vote may enter and confirm its figures.',
  'error.PAPER_SAME_TELLER': 'The figures have to be confirmed by another teller.',
  'error.PAPER_UNCONFIRMED': 'The tellers have not entered or confirmed the figures. Please wait for them.',
  'error.BALLOTS_TOO_FEW':
    'Fewer than {{least}} ballots are in the box: to open it would tell who voted how. Please wait, or cancel and use paper.',
  'error.BALLOT_TAKEN': 'You have taken your ballot on another device. Please cast it there.',
  'error.BALLOT_INVALID': 'This ballot is not valid and was not counted. Please reload the page and cast it again.',
  'error.GRANT_MISSING': 'There is no right of entry yet. It is being asked for; please wait a moment.',
  'error.GRANT_INVALID': 'The right of entry is not valid. Please leave the room and enter again.',
  'error.GRANT_EXPIRED': 'The right of entry has expired. A new one is being asked for; please wait a moment.',
  'error.GRANT_OTHER_NODE': 'The room has moved to another server. Reconnecting; please wait a moment.',
  'error.EPOCH_STALE': 'The room was opened anew. Reconnecting; please wait a moment.',
  'error.RESUME_UNKNOWN': 'The old connection is gone. Reconnecting; please wait a moment.',
  'error.ROOM_NOT_JOINED': 'Sound and picture are not connected. Reconnecting; please wait a moment.',
  'error.ROOM_LOST': 'The server for sound and picture failed. Reconnecting; please wait a moment.',
  'error.ROOM_ENDED': 'The meeting is over. You can read its record.',
  'error.PEER_REPLACED':
    'You entered the room in another window or on another device, so sound and picture are off here. To go on here, press “Continue here”.',
  'error.PEER_REMOVED': 'You are no longer in the room. To go on, press “Enter again”.',
  'error.PUBLISH_NOT_ALLOWED': 'You may not send sound or picture just now. Please wait for the chair.',
  'error.SOURCE_TAKEN': 'This sound or picture is being sent already. Please turn it off and on again.',
  'error.TRANSPORT_UNKNOWN': 'The line for sound and picture is lost. Reconnecting; please wait a moment.',
  'error.PRODUCER_UNKNOWN': 'This sound or picture is no longer sent. Please turn it off and on again.',
  'error.CONSUMER_UNKNOWN': 'This sound or picture is no longer received. Reconnecting.',
  'error.TOO_MANY_PICTURES': 'This device receives as many pictures as it may. The system chooses which to show.',
  'error.MEDIA_INCOMPATIBLE':
    'This browser cannot connect sound and picture. Please use a recent Chrome, Edge, Firefox or Safari.',
  'error.MEDIA_UNAVAILABLE': 'The server for sound and picture is not ready. Trying again; please wait a moment.',
}
