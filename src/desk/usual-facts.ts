/**
 * What the usual facts are called, in the languages in which people ask for them, one fact a line. In small letters and
 * without accents. A fact whose key is among these is also known by the others of its line (Rule 31); those with a star are
 * too plain to mean it wherever they stand.
 */
const lines = [
  'callback|callback number|*phone|phone number|*telephone|telephone number|*mobile|mobile number|cell phone|call you back at|call you back on|number can i call|number can we call|number to call|reach you at|reach you on|*telefono|numero de telefono|*movil|telefonnummer|rufnummer|handynummer|ruckrufnummer|numero de telephone|numero di telefono|*cellulare|*telefone|numero de telefone|telefoonnummer',
  '*email|*e mail|email address|e mail address|mail address|correo electronico|direccion de correo|e mail adresse|mailadresse|adresse e mail|adresse mail|indirizzo e mail|indirizzo email|endereco de e mail|e mailadres',
  '*account|account number|account no|account id|number of your account|numero de cuenta|numero de su cuenta|kontonummer|numero de compte|numero du compte|numero di conto|numero do conto|numero da conta|accountnummer',
  'customer number|customer no|customer id|client number|numero de cliente|kundennummer|numero client|numero de client|codice cliente|numero cliente|numero de cliente|klantnummer',
  '*contract|contract number|contract no|policy number|numero de contrato|numero de poliza|vertragsnummer|policennummer|numero de contrat|numero de police|numero di contratto|numero de apolice|contractnummer|polisnummer',
  '*order|order number|order no|order id|numero de pedido|bestellnummer|auftragsnummer|numero de commande|numero d ordine|numero dell ordine|numero do pedido|bestelnummer',
  '*invoice|invoice number|invoice no|bill number|numero de factura|rechnungsnummer|numero de facture|numero di fattura|numero da fatura|factuurnummer',
  '*booking|booking number|booking reference|reservation number|numero de reserva|localizador|buchungsnummer|numero de reservation|numero di prenotazione|numero da reserva|boekingsnummer',
  '*serial|serial number|serial no|numero de serie|seriennummer|numero di serie|serienummer',
  'imei|imei number|numero imei|imei nummer',
  '*model|model number|which model|numero de modelo|*modelo|*modell|modellnummer|*modele|numero de modele|*modello|modelnummer',
  '*address|postal address|home address|street address|delivery address|where you live|*direccion|direccion postal|*domicilio|*anschrift|*adresse|postanschrift|adresse postale|*indirizzo|*morada|*endereco|*adres|postadres',
  '*name|full name|your name|nombre completo|su nombre|vollstandiger name|ihr name|nom complet|votre nom|nome completo|nome e cognome|seu nome|volledige naam',
  'date of birth|birth date|*birthday|when you were born|fecha de nacimiento|geburtsdatum|date de naissance|data di nascita|data de nascimento|geboortedatum',
  'tax number|tax id|vat number|vat id|*nif|*cif|numero de identificacion fiscal|steuernummer|umsatzsteuer id|numero de tva|partita iva|codice fiscale|numero de contribuinte|btw nummer',
  'iban|bank account|bank details|bank account number|cuenta bancaria|datos bancarios|bankverbindung|coordonnees bancaires|coordinate bancarie|dados bancarios|bankrekening',
  'meter reading|meter number|lectura del contador|numero de contador|zahlerstand|zahlernummer|releve de compteur|lettura del contatore|leitura do contador|meterstand',
  'licence plate|license plate|registration number|number plate|*matricula|kennzeichen|plaque d immatriculation|*immatriculation|*targa|kenteken',
  '*version|software version|which version|que version|welche version|quelle version|quale versione|qual versao|welke versie',
]

const facts = lines.map(line => {
  const names = line.split('|')
  return {
    names: new Set(names.map(name => name.replace('*', ''))),
    telling: names.filter(name => !name.startsWith('*')),
  }
})

/** What else a fact is called, by its key in small letters and without accents. */
export const alsoCalled = (key: string): readonly string[] =>
  facts.filter(({ names }) => names.has(key)).flatMap(({ telling }) => telling)
