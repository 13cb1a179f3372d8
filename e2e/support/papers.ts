// Papers as a branch has them: a PDF as a printer program writes it, a Word file, a picture, and one that is not what it says.
import type { Browser } from '@playwright/test'
import { docx, paragraph, wordPart } from '../../signaling/src/document/testing/zipSamples.ts'

export interface Paper {
  name: string
  mimeType: string
  buffer: Buffer
}

const page = (title: string, lines: string[]): string =>
  `<section style="break-after:page;font:14pt 'Be Vietnam Pro',serif"><h1 style="font-size:20pt;text-align:center">${title}</h1>${lines
    .map((line) => `<p style="text-align:justify">${line}</p>`)
    .join('')}</section>`

const sentence =
  'Chi bộ tiếp tục lãnh đạo thực hiện nhiệm vụ trọng tâm của tháng; phân công đảng viên phụ trách hộ gia đình, đôn đốc thu quỹ, vệ sinh đường làng và chuẩn bị đại hội chi hội theo kế hoạch.'

/** Pages of A4 with words in Vietnamese. */
export async function reportPdf(browser: Browser, name = 'Báo cáo tháng 11.pdf', pages = 3): Promise<Paper> {
  const context = await browser.newContext()
  try {
    const sheet = await context.newPage()
    const bodies = Array.from({ length: pages }, (_, index) =>
      page(`Báo cáo kết quả tháng 11, phần ${index + 1}`, Array<string>(9).fill(sentence)),
    )
    await sheet.setContent(`<html lang="vi"><body>${bodies.join('')}</body></html>`)
    const buffer = await sheet.pdf({
      format: 'A4',
      margin: { top: '20mm', bottom: '20mm', left: '25mm', right: '15mm' },
    })
    return { name, mimeType: 'application/pdf', buffer }
  } finally {
    await context.close()
  }
}

const point = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`
const headingStyle = '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
const row = (...cells: string[]): string => `<w:tr>${cells.map(cell).join('')}</w:tr>`

export const resolutionDocx = (name = 'Dự thảo nghị quyết.docx'): Paper => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  buffer: docx(
    paragraph('Dự thảo nghị quyết tháng 11', '<w:pStyle w:val="Heading1"/>') +
      paragraph(sentence) +
      paragraph('Nhiệm vụ cụ thể:') +
      paragraph('Đôn đốc thu quỹ xây dựng nông thôn mới.', point) +
      paragraph('Tổ chức tổng vệ sinh đường làng.', point) +
      `<w:tbl>${row('Việc', 'Người phụ trách', 'Hạn')}${row('Tổng vệ sinh', 'Đồng chí Hồ Thị Chạy Thử', '15/11/2026')}</w:tbl>` +
      paragraph(sentence),
    [{ name: 'word/styles.xml', content: wordPart(headingStyle, 'styles') }],
  ),
})

/** A program that calls itself a PDF. */
export const wrongPdf = (name = 'Thông báo.pdf'): Paper => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4_000)]),
})

export const secretPdf = async (browser: Browser): Promise<Paper> => reportPdf(browser, 'MẬT - Danh sách.pdf', 1)
