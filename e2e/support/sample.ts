// The sample meeting's file as its people would type it.
import { readFileSync } from 'node:fs'

interface SampleFile {
  dang_vien: { id: string; ho_ten: string; so_the: string }[]
  sinh_hoat: {
    van_ban_dong_y_truc_tuyen: { so: string; ngay: string; co_quan: string }
    dia_diem: string
    chuong_trinh: {
      tt: number
      buoc: 'mo_dau' | 'tien_hanh' | 'ket_thuc'
      noi_dung: string
      phu_trach: string
      phut: number
      chi_thuc_hien_truc_tiep?: boolean
    }[]
    diem_danh: { dang_vien: string; hinh_thuc?: 'truc_tiep' | 'truc_tuyen'; gio_vao?: string }[]
    tong_hop_diem_danh: Record<string, number>
  }
}

const file = new URL('../../signaling/src/demo/sample-meeting.json', import.meta.url)
export const sample = JSON.parse(readFileSync(file, 'utf8')) as SampleFile

const memberOf = (id: string) => {
  const member = sample.dang_vien.find((candidate) => candidate.id === id)
  if (!member) throw new Error(`the sample has no ${id}`)
  return member
}
export const nameOf = (id: string): string => memberOf(id).ho_ten.normalize('NFC')
export const numberOf = (id: string): string => memberOf(id).so_the

/** Who came to the site, in the order of the list. */
export const atSite: readonly { id: string; time: string }[] = sample.sinh_hoat.diem_danh.flatMap(
  ({ dang_vien: id, hinh_thuc: form, gio_vao: time }) => (form === 'truc_tiep' && time ? [{ id, time }] : []),
)
