/** Where everybody has an address: who writes from there has nothing in common with others who do. */
const publicHosts = new Set([
  ...['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'yahoo.com', 'ymail.com'],
  ...['icloud.com', 'me.com', 'mac.com', 'aol.com', 'proton.me', 'protonmail.com', 'pm.me', 'gmx.com', 'gmx.de'],
  ...['gmx.net', 'gmx.at', 'gmx.ch', 'web.de', 't-online.de', 'freenet.de', 'posteo.de', 'mailbox.org', 'mail.com'],
  ...['zoho.com', 'fastmail.com', 'hey.com', 'tutanota.com', 'tuta.io', 'yandex.com', 'yandex.ru', 'mail.ru', 'bk.ru'],
  ...['qq.com', '163.com', '126.com', 'sina.com', 'naver.com', 'daum.net', 'hanmail.net', 'rediffmail.com'],
  ...['hotmail.es', 'hotmail.fr', 'hotmail.it', 'hotmail.co.uk', 'outlook.es', 'outlook.fr', 'outlook.de', 'live.nl'],
  ...['yahoo.es', 'yahoo.fr', 'yahoo.it', 'yahoo.de', 'yahoo.co.uk', 'yahoo.co.jp', 'yahoo.com.br', 'yahoo.in'],
  ...['orange.fr', 'wanadoo.fr', 'free.fr', 'laposte.net', 'sfr.fr', 'libero.it', 'virgilio.it', 'tiscali.it'],
  ...['telefonica.net', 'terra.es', 'ono.com', 'uol.com.br', 'bol.com.br', 'terra.com.br', 'sapo.pt', 'wp.pl', 'o2.pl'],
  ...['onet.pl', 'seznam.cz', 'ziggo.nl', 'kpnmail.nl', 'telenet.be', 'skynet.be', 'bluewin.ch', 'btinternet.com'],
  ...['sky.com', 'virginmedia.com', 'comcast.net', 'verizon.net', 'att.net', 'sbcglobal.net', 'cox.net', 'shaw.ca'],
])

export const isPublicHost = (host: string): boolean => publicHosts.has(host)
