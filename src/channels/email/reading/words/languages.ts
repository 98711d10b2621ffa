/** "… wrote" before a quote, in the languages that mail programs speak. */
const wrote = `wrote writes schrieb écrit ecrit escribió escribio ha\\s+scritto scrisse escreveu escrigué skrev schreef geschreven
  napisał napisał\\(a\\) napisała napisal(?:\\(a\\))? napsal(?:\\(a\\))? napísal(?:\\(a\\))? kirjoitti kirjutas írta a\\s+scris yazdı şunları\\s+yazdı
  написала? написал\\(а\\) пише писала? пишет написа έγραψε έγραψαν je\\s+napisao napisao je napisala je zapisal rašė rakstīja menulis
  đã\\s+viết viết เขียน เขียนว่า כתב כתבה כתב/ה كتب نوشت 写道 寫道 写入 さんが書きました さんは書きました のメッセージ: 님이\\s+작성 작성:`

const wroteWords = wrote.trim().split(/\s+/).join('|')

/** A line that may be the last of "On 3 May Ana wrote:". */
export const endsWithWrote = new RegExp(`(?:^|[\\s,>)"*_])(?:${wroteWords})[\\s*_]*(?:[:：]|-{2,})[\\s*_]*$`, 'iu')

export const saysWrote = new RegExp(`(?:^|[\\s,>)"*_])(?:${wroteWords})(?=$|[\\s,:：*_])`, 'iu')

/** How "On 3 May" begins. */
export const startsWithOn =
  /^[\s*_-]*(?:on|am|le|el|il|em|op|den|d\.|på|pe|kl\.?|w dniu|dnia|dne|dňa|a|ha|la|în|vào|pada|στις|на|в|при|บน|ב|في|在|于|於|\d{4}年)(?:$|[\s\p{P}\d])/iu

/** "-----Original Message-----" and its kin: the rest is an earlier mail. */
const originalMessage = `original message|original-nachricht|originalnachricht|ursprüngliche nachricht|ursprungliche nachricht|message d'origine|message d’origine|message original|mensaje original|messaggio originale|mensagem original|
  oorspronkelijk bericht|originele bericht|ursprungligt meddelande|originalmeddelande|oprindelig meddelelse|original meddelelse|opprinnelig melding|alkuperäinen viesti|oryginalna wiadomość|wiadomość oryginalna|původní zpráva|
  pôvodná správa|eredeti üzenet|mesaj original|mesaj original|mesajul original|orijinal mesaj|özgün ileti|исходное сообщение|оригинальное сообщение|вихідне повідомлення|оригінальне повідомлення|αρχικό μήνυμα|
  הודעה מקורית|الرسالة الأصلية|原始邮件|原始郵件|邮件原件|原邮件|元のメッセージ|オリジナルメッセージ|원본 메시지|원본 메일|thư gốc|pesan asli|izvorna poruka|reply message|reply above this line`

/** "---------- Forwarded message ---------": the rest is what somebody wants us to read. */
const forwardedMessage = `forwarded message|begin forwarded message|forwarded by|weitergeleitete nachricht|anfang der weitergeleiteten (?:nachricht|e-mail)|message transféré|message transfere|début du message (?:réexpédié|transféré)|mensaje reenviado|
  inicio del mensaje reenviado|messaggio inoltrato|inizio messaggio inoltrato|mensagem (?:encaminhada|reencaminhada)|início da mensagem (?:encaminhada|reencaminhada)|doorgestuurd bericht|begin doorgestuurd bericht|
  vidarebefordrat (?:brev|meddelande)|videresendt (?:meddelelse|melding)|välitetty viesti|edelleenlähetetty viesti|przekazana wiadomość|wiadomość przekazana|přeposlaná zpráva|preposlaná správa|továbbított üzenet|mesaj redirecționat|
  yönlendirilmiş mesaj|iletilen ileti|пересылаемое сообщение|пересланное сообщение|переслане повідомлення|προωθημένο μήνυμα|הודעה שהועברה|رسالة معاد توجيهها|转发的?邮件|轉寄的?郵件|转发消息|転送メッセージ|전달된 메시지|
  thư được chuyển tiếp|pesan diteruskan|proslijeđena poruka`

const between = (words: string): string => words.replace(/\n\s*/g, '')

export const opensOriginal = new RegExp(
  `^[\\s*_>]*[-–—_=*#]{2,}\\s*(?:${between(originalMessage)})\\s*[-–—_=*#:]*\\s*$`,
  'iu',
)

export const opensForwarded = new RegExp(
  `^[\\s*_>]*(?:[-–—_=*]{2,}\\s*(?:${between(forwardedMessage)})[^\\n]{0,80}?[-–—_=*]*|(?:${between(forwardedMessage)})\\s*[:：])\\s*$`,
  'iu',
)

export type Label = 'from' | 'sent' | 'to' | 'cc' | 'subject'

/** What stands before the colon in the few lines that Outlook and others put above an earlier mail. */
const labels: Readonly<Record<Label, string>> = {
  from: `from|von|de|da|van|från|fra|lähettäjä|od|feladó|de la|kimden|gönderen|от|от кого|від|από|מאת|من|发件人|寄件者|寄件人|差出人|보낸 사람|보낸사람|saatja|từ|dari|จาก|expéditeur|remitente|mittente|remetente|no|nuo|šalje|pošiljatelj|expediteur`,
  sent: `sent|date|gesendet|datum|envoyé|envoyé le|envoyée|enviado|enviado el|fecha|inviato|data|enviada em|enviado em|verzonden|skickat|sendt|dato|lähetetty|päivämäärä|päiväys|wysłano|wysłane|odesláno|dátum|odoslané|küldve|elküldve|trimis|
    gönderildi|gönderme tarihi|tarih|отправлено|дата|надіслано|изпратено|στάλθηκε|ημερομηνία|נשלח|תאריך|تاريخ الإرسال|التاريخ|تم الإرسال|发送时间|发送日期|日期|寄件日期|傳送時間|送信日時|日時|日付|보낸 날짜|보낸날짜|날짜|saadetud|kuupäev|đã gửi|ngày|terkirim|tanggal|
    ส่ง|วันที่|poslano|enviat|išsiųsta|siųsta|nosūtīts`,
  to: `to|an|à|a|para|per a|aan|till|til|vastaanottaja|do|komu|címzett|către|kime|alıcı|кому|до|προς|אל|إلى|收件人|收件者|宛先|받는 사람|받는사람|saaja|đến|kepada|ถึง|za|prima|kam|destinataire|destinatario|destinatário|delivered-to|reply-to|antwort an|répondre à|responder a`,
  cc: `cc|bcc|kopie|kopi|copie|copia|kopia|kopio|dw|kópia|másolat|bilgi|копия|копія|κοιν|κοινοποίηση|עותק|نسخة|抄送|副本|참조|attachments|anlagen|importance|priority|wichtigkeit|importancia|pièces jointes|adjuntos|вложения|附件`,
  subject: `subject|betreff|objet|asunto|oggetto|assunto|onderwerp|ämne|emne|aihe|temat|předmět|predmet|tárgy|subiect|konu|тема|относно|θέμα|נושא|الموضوع|主题|主旨|件名|제목|teema|chủ đề|perihal|subjek|เรื่อง|zadeva|assumpte|tema|tēma`,
}

export const labelOf: ReadonlyMap<string, Label> = new Map(
  (Object.keys(labels) as Label[]).flatMap(label =>
    between(labels[label])
      .split('|')
      .map((word): [string, Label] => [word.trim(), label]),
  ),
)

/** What telephones and programs write under a mail by themselves. */
const deviceLines: readonly RegExp[] = [
  /^(?:sent|written|typed) (?:from|with|using) my [\p{L}\d'’+-]+(?: [\p{L}\d'’+-]+){0,4}\.?$/iu,
  /^sent (?:from|via|with|using) (?:an? |the )?(?:iphone|ipad|android|samsung|galaxy|outlook|yahoo|gmail|mail|proton|sparrow|blackberry|windows|huawei|xiaomi|mobile|nokia|spark|superhuman|magnificent|airmail|newton|aol|bluemail|mailspring|mobiles?)(?=$|[\s,.(<:[])[^\n]{0,140}$/iu,
  /^get outlook for (?:ios|android|mac|windows)[^\n]{0,140}$/iu,
  /^(?:gesendet (?:mit|von|über)|von meinem .{2,60} gesendet|diese nachricht wurde von meinem)[^\n]{0,140}$/iu,
  /^(?:envoyé (?:de|depuis|à partir d)|télécharger outlook|obtenir outlook)[^\n]{0,140}$/iu,
  /^(?:enviado (?:desde|do|a partir d|pelo|con)|obtener outlook|obter o outlook|baixar o outlook)[^\n]{0,140}$/iu,
  /^(?:inviato (?:da|dal|con)|scarica outlook|ottieni outlook)[^\n]{0,140}$/iu,
  /^(?:(?:verzonden|verstuurd) (?:vanaf|met|via|vanuit)|outlook voor (?:ios|android) downloaden)[^\n]{0,140}$/iu,
  /^(?:skickat från|sendt fra|lähetetty|skaffa outlook|hent outlook|hanki outlook)(?=\s)[^\n]{0,140}$/iu,
  /^(?:wysłane? z|odesláno z|odoslané z|trimis de pe|küldve|elküldve)(?=\s)[^\n]{0,140}$/iu,
  /^(?:отправлено с|надіслано з|iphone(?:'|’)?umdan gönderildi|.{2,40} cihazımdan gönderildi)[^\n]{0,140}$/iu,
  /^(?:iPhoneから送信|発信元|发自我的|從我的|从我的|내 iPhone에서 보냄|נשלח מה|أرسلت من|تم الإرسال من)[^\n]{0,80}$/iu,
]

export const isDeviceLine = (line: string): boolean => deviceLines.some(pattern => pattern.test(line.trim()))

/** A subject that says that the mail passes another one on. */
export const saysForward =
  /^\s*(?:\[[^\]]{1,60}\]\s*)*(?:fwd?|wg|tr|rv|enc|doorst|vb|vl|vs|pd|i|továbbítás|ilt|πρθ|переслать|пересл|转发|轉寄|転送|전달)\s*[:：]/iu

/** A subject that says that the mail answers another one. */
export const saysReply =
  /^\s*(?:\[[^\]]{1,60}\]\s*)*(?:re|aw|antw|antwort|sv|odp|vá|ynt|απ|σχετ|отв|ha|res|rif|r|ref|回复|答复|回覆|返信|回信|답장|회신)(?:\s*\[\d+\]|\^\d+)?\s*[:：]/iu
