// What is a mark of secrecy, and what only has the syllable in it.
import { describe, expect, test } from 'vitest'
import { isMarkedName, isMarkedText } from './secretMark.ts'

describe('in the text', () => {
  test.each([
    'MẬT',
    'TỐI MẬT',
    'TUYỆT MẬT',
    '  TỐI   MẬT  ',
    'T Ố I  M Ậ T',
    '[MẬT]',
    '*** TUYỆT MẬT ***',
    '-MẬT-',
    'MẬT.',
    'ĐẢNG ỦY XÃ MINH HỌA\nMẬT\nSố 05-BC/ĐU',
    'Số: 12\tTỐI MẬT\tngày 3',
    'Độ mật: Mật',
    'Độ mật: TUYỆT MẬT',
    'Độ mật : tối mật',
    'Mức độ mật: “Mật”',
    'ĐỘ MẬT: MẬT',
    'Công văn 5, độ mật: Tối mật, gửi đảng ủy',
    'TỐI MẬT'.normalize('NFD'),
  ])('%j is a mark', (text) => expect(isMarkedText(text)).toBe(true))

  test.each([
    'bí mật',
    'BÍ MẬT',
    'BẢO VỆ BÍ MẬT NHÀ NƯỚC',
    'Luật Bảo vệ bí mật nhà nước',
    'mật thiết',
    'MẬT THIẾT',
    'mối quan hệ mật thiết với Nhân dân',
    'giữ bí\nmật',
    'mật',
    'mật độ dân số 300 người/km²',
    'MẬT ONG RỪNG',
    'Mật khẩu: 123',
    'Độ mật: Không',
    'Độ mật: thường',
    'Độ mật: mật độ cao',
    'Các độ mật gồm tuyệt mật, tối mật và mật',
    'Tài liệu tuyệt mật thì chép tay, không đưa lên mạng',
    'Không đưa tài liệu đóng dấu MẬT, TỐI MẬT, TUYỆT MẬT lên hệ thống',
    'MẶT TRẬN TỔ QUỐC',
    'MẤT',
    '',
  ])('%j is none', (text) => expect(isMarkedText(text)).toBe(false))
})

describe('in the name', () => {
  test.each([
    'MẬT.pdf',
    'TUYỆT MẬT - Báo cáo.pdf',
    'Báo cáo tháng 10 (TỐI MẬT).docx',
    'MẬT_Báo cáo.pdf',
    'Báo cáo_MẬT.pdf',
    'Báo cáo MẬT.pdf',
    'BÁO CÁO MẬT.pdf',
    'TOI MAT bao cao.pdf',
    'bao-cao-TUYET_MAT.pdf',
    'Báo cáo MẬT.pdf'.normalize('NFD'),
  ])('%j is a mark', (name) => expect(isMarkedName(name)).toBe(true))

  test.each([
    'Quy chế bảo mật.pdf',
    'QUY CHẾ BẢO MẬT.pdf',
    'BẢO VỆ BÍ MẬT NHÀ NƯỚC.pdf',
    'MẬT ĐỘ DÂN SỐ.pdf',
    'Mối quan hệ mật thiết.docx',
    'Nuôi ong lấy mật.pdf',
    'FORMAT.pdf',
    'mat.pdf',
    '',
  ])('%j is none', (name) => expect(isMarkedName(name)).toBe(false))
})
