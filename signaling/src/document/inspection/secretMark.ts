// Marks of secrecy (độ mật) on a document: MẬT, TỐI MẬT, TUYỆT MẬT, as stamped or written in a line of their own or behind "Độ mật:".
// The same syllable is in many harmless words (bí mật, bảo mật, mật thiết), which are no marks. Stamps on scanned pages are pictures:
// they are not seen here.

/** Around a mark on paper: brackets, dashes, asterisks, full stops. */
const FRAME = /^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu
/** Also with a space between the letters, as on stamps. */
const ALONE = /^(?:T\s*Ố\s*I|T\s*U\s*Y\s*Ệ\s*T)?\s*M\s*Ậ\s*T$/u
const DECLARED =
  /(?:^|[^\p{L}])(?:độ|mức\s+độ|cấp\s+độ)\s+mật\s*[:：]\s*[\s\p{P}\p{S}]*(?:tuyệt\s+mật|tối\s+mật|mật)(?!\p{L}|\s+(?:độ|khẩu|thiết|ong|mã|vụ|ngữ|đàm|báo))/iu

/** Lines of text, or paragraphs, or cells. */
const isMarkedLine = (line: string): boolean => {
  const text = line.normalize('NFC')
  return ALONE.test(text.replace(FRAME, '')) || DECLARED.test(text)
}

export const isMarkedText = (text: string): boolean => text.split(/[\n\r\t\u2028\u2029]+/u).some(isMarkedLine)

/** Before "mật", these make an ordinary word of it. */
const ORDINARY = new Set('BÍ BẢO CƠ THÂN TÚI GAN SỎI ỐNG ĐƯỜNG ONG MÍA TRĂNG NGỌT RỈ ĐỘ'.split(' '))
const UNACCENTED = /(?<!\p{L})(?:TUYET|TOI)[\s_-]+MAT(?!\p{L})/u

const isUpper = (word: string): boolean => /\p{L}/u.test(word) && word === word.toUpperCase()

/** Words in capitals that stand together; whatever is between them ends a run. */
function runsOf(part: string): string[][] {
  const runs: string[][] = [[]]
  for (const word of part.split(/\s+/u)) {
    if (isUpper(word)) runs.at(-1)?.push(word)
    else runs.push([])
  }
  return runs
}

/** "BÁO CÁO MẬT.pdf", "Báo cáo (TỐI MẬT).docx", "MẬT_Báo cáo.pdf"; not "QUY CHẾ BẢO MẬT.pdf", not "MẬT ĐỘ DÂN SỐ.pdf". */
export function isMarkedName(name: string): boolean {
  const text = name.normalize('NFC')
  if (UNACCENTED.test(text)) return true
  return text
    .split(/[_\-–—.,()[\]{}+]+/u)
    .some((part) => runsOf(part.trim()).some((run) => run.at(-1) === 'MẬT' && !ORDINARY.has(run.at(-2) ?? '')))
}
