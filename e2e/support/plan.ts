// Parts of a meeting's plan for tests that want a short one.
import { randomUUID } from 'node:crypto'

interface Item {
  itemId: string
  part: 'opening' | 'proceeding' | 'closing'
  kind: string
  title: string
  presenterId: string | null
  minutes: number
  inPersonOnly: boolean
}

const item = (part: Item['part'], kind: string, title: string, inPersonOnly = false): Item => ({
  itemId: randomUUID(),
  part,
  kind,
  title,
  presenterId: null,
  minutes: 5,
  inPersonOnly,
})

/** Opening, a report, an item that is done in person only, and the end. */
export function shortAgenda() {
  const opening = item('opening', 'rollCall', 'Điểm danh')
  const report = item('proceeding', 'report', 'Bí thư báo cáo')
  const admission = item('proceeding', 'admission', 'Xét kết nạp', true)
  const conclusion = item('closing', 'conclusion', 'Kết luận')
  return { opening, report, admission, conclusion, items: [opening, report, admission, conclusion] }
}

export const oneSite = (operatorId: string | null = null) => ({
  siteId: randomUUID(),
  name: 'Nhà văn hóa thôn',
  operatorId,
})
