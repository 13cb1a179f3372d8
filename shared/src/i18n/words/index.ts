// Every word there is, for tests and for what has no first visit to wait for. A browser loads areas.
import { areas, type MessageKey } from '../areas.ts'

const whole = async (language: 'vi' | 'en') =>
  Object.assign({}, ...(await Promise.all(Object.values(areas).map((area) => area[language]())))) as Record<
    MessageKey,
    string
  >

export const vi = await whole('vi')
export const en = await whole('en')
