// What somebody reads who has started the system for the local network: where it is, and how a phone comes to trust it.
import { readFileSync } from 'node:fs'
import { fingerprint } from './lan.mjs'
import { renderQrCode } from './qrCode.mjs'

/**
 * @param {string} url @param {import('./lan.mjs').Lan} lan
 * @param {{ colours?: boolean, ports: import('../system/ports.mjs').SystemPorts }} options
 */
export function announceLan(url, lan, { colours = true, ports }) {
  const authority = `${url}/ca.crt`
  const [, ...others] = lan.addresses
  const lastRtcPort = ports.rtcBase + ports.workers - 1
  const rtc = lastRtcPort > ports.rtcBase ? `${ports.rtcBase}-${lastRtcPort}` : String(ports.rtcBase)
  return `
${renderQrCode(url, { colours })}

  Điện thoại và máy tính trong cùng mạng quét mã này, hoặc mở ${url}
  Lần đầu tiên, mỗi máy cài chứng chỉ của Hội Trường một lần:
    1. Mở ${authority}. Trình duyệt cảnh báo “không an toàn”: chọn Nâng cao, rồi Tiếp tục.
    2. Android: Cài đặt > Bảo mật > Cài đặt bảo mật khác > Cài đặt từ bộ nhớ > Chứng chỉ CA, chọn tệp ca.crt vừa tải.
       iPhone: mở bằng Safari. Cài đặt > Đã tải về hồ sơ > Cài đặt. Sau đó Cài đặt > Cài đặt chung > Giới thiệu >
       Cài đặt tin cậy chứng nhận, bật “Hội Trường”.
    3. Trước khi tin cậy, so dấu vân tay SHA-256 trên máy với dòng dưới đây. Nếu khác: dừng lại, không cài.

  Phones and computers of the same network scan the code, or open ${url}
  The first time, each device installs the certificate of Hội Trường once:
    1. Open ${authority}. The browser warns “not secure”: choose Advanced, then Proceed.
    2. Android: Settings > Security > More security settings > Install from storage > CA certificate, choose ca.crt.
       iPhone: open it in Safari. Settings > Profile Downloaded > Install. Then Settings > General > About >
       Certificate Trust Settings, switch “Hội Trường” on.
    3. Before trusting it, compare the SHA-256 fingerprint on the device with the one below. If it differs: stop.

  SHA-256  ${fingerprint(readFileSync(lan.authorityFile, 'utf8')).replace(/(.{47}):/, '$1:\n           ')}
  (file: ${lan.authorityFile})

  Firewall: TCP ${ports.signaling}, ${ports.media}; UDP and TCP ${rtc}.${
    others.length
      ? `\n  Other addresses of this machine: ${others.join(', ')}. To use one: LAN_ADDRESS=${others[0]} npm start -- --lan`
      : ''
  }
`
}
