import { randomUUIDv7 } from 'node:crypto'
import type { CustomerId } from '../core/context.ts'
import { storedEmail, storedPhone } from '../desk/addresses.ts'
import type { Desk } from '../desk/desk.ts'

/** Somebody whom Litoral Telecom serves. A stranger is known to the desk only once they write. */
export type Person = {
  name: string
  email: string
  phone: string | null
  organization: string | null
  isStranger?: boolean
}

const person = (
  name: string,
  email: string,
  phone: string | null = null,
  organization: string | null = null,
): Person => ({
  name,
  email,
  phone,
  organization,
})
const stranger = (name: string, email: string): Person => ({ ...person(name, email), isStranger: true })

export const customers = {
  ana: person('Ana Ruiz', 'ana@ruizceramics.example', '+34 600 118 204', 'Ruiz Ceramics'),
  leila: person('Leila Haddad', 'leila@atelier-haddad.example', '+34 611 402 775', 'Atelier Haddad'),
  mei: person('Mei Tanaka', 'mei.tanaka@correu.example', '+34 622 913 508'),
  jonas: person('Jonas Weber', 'jonas@hofladen-weber.example', '+34 633 271 940', 'Hofladen Weber'),
  tom: person('Tom Adeyemi', 'tom.adeyemi@fastpost.example', '+34 644 550 127'),
  piotr: person('Piotr Zając', 'piotr.zajac@poczta.example', '+34 655 083 361'),
  elena: person('Elena Petrova', 'elena.petrova@lettermail.example', '+34 600 732 418'),
  grace: person('Grace Wanjiru', 'grace@wanjiru.example', '+34 617 204 986'),
  henrik: person('Henrik Solberg', 'henrik@cafesolberg.example', '+34 628 441 053', 'Café Solberg'),
  tomas: person('Tomàs Ferrer i Puig', 'tomas@barelfaro.example', '+34 639 117 642', 'Bar El Faro'),
  nadia: person('Nadia Benali', 'nadia.benali@correu.example', '+34 640 925 183'),
  oskar: person('Oskar Lindgren', 'oskar.lindgren@nordbrev.example', '+34 651 366 074'),
  chiara: person('Chiara Moretti', 'chiara@morettigelato.example', '+34 662 508 739', 'Moretti Gelato'),
  kwame: person('Kwame Boateng', 'kwame.boateng@fastpost.example', '+34 673 190 425'),
  siobhan: person("Siobhán O'Rourke", 'siobhan.orourke@lettermail.example', '+34 684 027 316'),
  yusuf: person('Yusuf Demir', 'yusuf.demir@mektup.example', '+34 695 843 201'),
  ingrid: person('Ingrid Bakke', 'ingrid.bakke@nordbrev.example', '+34 606 719 538'),
  mateus: person('Mateus Oliveira', 'mateus@surfaltea.example', '+34 618 352 097', 'Surf Altea'),
  farah: person('Farah Siddiqui', 'farah.siddiqui@fastpost.example', '+34 629 604 813'),
  bernat: person('Bernat Vidal', 'bernat.vidal@correu.example', '+34 630 248 165'),
  anneliese: person('Anneliese Krüger', 'anneliese.krueger@lettermail.example', '+34 641 773 950'),
  duc: person('Nguyễn Minh Đức', 'duc@phobenthanh.example', '+34 652 091 487', 'Phở Bến Thành'),
  hamish: person('Hamish Macleod', 'hamish.macleod@fastpost.example', '+34 663 415 802'),
  rosa: person('Rosa Delgado', 'rosa.delgado@correu.example', '+34 674 860 239'),
  camille: person('Camille Lefèvre', 'camille.lefevre@lettermail.example', '+34 685 127 694'),
  gabor: person('Szabó Gábor', 'gabor.szabo@poczta.example', '+34 696 530 871'),
  aisha: person('Aisha Mohammed', 'aisha.m@fastpost.example', '+34 607 984 312'),
  lucia: person('Lucía Márquez', 'direccion@escuelamar.example', '+34 965 830 114', 'Escuela Mar'),
  stelios: person('Stelios Papadakis', 'stelios@papadakis-arch.example', '+34 619 275 608', 'Papadakis Arquitectura'),
  zofia: person('Zofia Nowak', 'zofia.nowak@poczta.example', '+34 620 643 197'),
  emeka: person('Emeka Nwosu', 'emeka.nwosu@fastpost.example', '+34 631 098 524'),
  hiroshi: person('Hiroshi Yamamoto', 'h.yamamoto@correu.example', '+34 642 317 085'),
  fatima: person('Fatima Zahra El Idrissi', 'fz.elidrissi@correu.example', '+34 653 754 960'),
  viktor: person('Viktor Hansen', 'viktor.hansen@nordbrev.example', '+34 664 201 378'),
  noor: person('Noor Rahman', 'noor.rahman@fastpost.example', '+34 675 489 016'),
  aroha: person('Aroha Ngata', 'aroha@velaycosta.example', '+34 686 932 547', 'Vela y Costa Charter'),
  jeanBaptiste: person('Jean-Baptiste Kouassi', 'jb.kouassi@lettermail.example', '+34 697 065 283'),
  maja: person('Maja Horvat', 'maja.horvat@poczta.example', '+34 608 316 749'),
  dmitri: person('Dmitri Volkov', 'dmitri@volkovyachts.example', '+34 610 527 834', 'Volkov Yacht Care'),
  mercedes: person('Mercedes Aguilar', 'mercedes.aguilar@correu.example', '+34 965 780 452'),
  karim: person('Abdul Karim Hussain', 'ak.hussain@fastpost.example', '+34 621 870 395'),
  beatriz: person('Beatriz Sousa', 'beatriz.sousa@correu.example', '+34 632 143 687'),
  thandiwe: person('Thandiwe Dlamini', 'thandiwe.dlamini@uni-alacant.example', '+34 643 698 120'),
  owen: person('Owen Griffiths', 'owen@casagriffiths.example', '+34 654 032 976', 'Casa Griffiths'),
  wei: person('Li Wei', 'li.wei@bazarliwei.example', '+34 665 481 253', 'Bazar Li Wei'),
  marta: person('Marta Kowalczyk', 'marta@clinicamarina.example', '+34 965 762 208', 'Clínica Marina'),
  pilar: person('Pilar Navarro', 'pilar.navarro@correu.example', '+34 676 209 534'),
  eilidh: person('Eilidh Fraser', 'eilidh.fraser@lettermail.example', '+34 687 756 401'),
  ramon: person('Ramon Castells', 'ramon.castells@correu.example', '+34 698 310 267'),
  harpreet: person('Harpreet Gill', 'harpreet@gilltransport.example', '+34 609 624 815', 'Gill Transport'),
  zeynep: person('Zeynep Aydın', 'zeynep.aydin@mektup.example'),
  juanjo: person('Juanjo Pérez', 'juanjo.perez@correu.example', '+34 616 958 073'),
  joana: person('Joana Mesquida', 'joana@fornmesquida.example', '+34 640 118 562', 'Forn Mesquida'),
  ngozi: person('Ngozi Eze', 'ngozi.eze@fastpost.example', '+34 612 447 930'),
  greta: person('Greta Holm', 'greta.holm@nordbrev.example', '+34 623 580 471'),
  neus: person('Neus Llorens', 'neus@farmaciallorens.example', '+34 965 771 336', 'Farmàcia Llorens'),
  valeria: person('Valeria Conti', 'valeria@tangocosta.example', '+34 634 902 158', 'Tango Costa'),
  leonor: person('Leonor Prats', 'leonor.prats@correu.example', '+34 645 267 839'),
  gustav: person('Gustav Berglund', 'gustav.berglund@nordbrev.example', '+34 656 318 704'),
  samira: person('Samira Khalil', 'samira.khalil@lettermail.example', '+34 667 845 092'),
  // Who works for a customer, or writes in for the first time.
  accountant: stranger('Iwona Kaczmarek', 'iwona@gestoriakaczmarek.example'),
  daughter: stranger('Inés Aguilar', 'ines.aguilar@postbox.example'),
  priscilla: stranger('Priscilla Mensah', 'priscilla.mensah@postbox.example'),
  andrei: stranger('Andrei Popescu', 'andrei.popescu@scrisoare.example'),
  liam: stranger('Liam Doyle', 'liam.doyle@postbox.example'),
  hiroshiAtWork: stranger('Hiroshi Yamamoto', 'yamamoto@alteaimport.example'),
  agency: stranger('Top Ranking Agency', 'hello@topranking.example'),
  courier: stranger('Missatgers del Marquesat', 'enviaments@missatgers.example'),
} satisfies Record<string, Person>

/** Whom it served in the weeks before: each once, and they are content. */
export const earlierCustomers = {
  adela: person('Adela Bonet', 'adela.bonet@correu.example'),
  bruno: person('Bruno Keller', 'bruno.keller@lettermail.example'),
  celine: person('Céline Marchand', 'celine.marchand@correu.example'),
  darko: person('Darko Ilić', 'darko.ilic@lettermail.example'),
  elvira: person('Elvira Santos', 'elvira.santos@correu.example'),
  florin: person('Florin Dumitru', 'florin.dumitru@lettermail.example'),
  gemma: person('Gemma Pascual', 'gemma.pascual@correu.example'),
  hassan: person('Hassan Tazi', 'hassan.tazi@lettermail.example'),
  iria: person('Iria Lamas', 'iria.lamas@correu.example'),
  jordi: person('Jordi Seguí', 'jordi.segui@lettermail.example'),
  katya: person('Katya Orlova', 'katya.orlova@correu.example'),
  lluis: person('Lluís Cardona', 'lluis.cardona@lettermail.example'),
  mireia: person('Mireia Blasco', 'mireia.blasco@correu.example'),
  nils: person('Nils Aaberg', 'nils.aaberg@lettermail.example'),
  olga: person('Olga Sidorova', 'olga.sidorova@correu.example'),
  pau: person('Pau Signes', 'pau.signes@lettermail.example'),
  quim: person('Quim Fornés', 'quim.fornes@correu.example'),
  renate: person('Renate Vogel', 'renate.vogel@lettermail.example'),
  sofia: person('Sofia Almeida', 'sofia.almeida@correu.example'),
  taavi: person('Taavi Saar', 'taavi.saar@lettermail.example'),
  ursula: person('Ursula Frei', 'ursula.frei@correu.example'),
  vicent: person('Vicent Mengual', 'vicent.mengual@lettermail.example'),
  wanda: person('Wanda Lis', 'wanda.lis@correu.example'),
  xavi: person('Xavi Ribes', 'xavi.ribes@lettermail.example'),
  yara: person('Yara Haidar', 'yara.haidar@correu.example'),
  zoran: person('Zoran Petek', 'zoran.petek@lettermail.example'),
  amparo: person('Amparo Gil', 'amparo.gil@correu.example'),
  boris: person('Boris Lang', 'boris.lang@lettermail.example'),
  carme: person('Carme Ivars', 'carme.ivars@correu.example'),
  dolors: person('Dolors Mut', 'dolors.mut@lettermail.example'),
  enric: person('Enric Sala', 'enric.sala@correu.example'),
  frida: person('Frida Nyman', 'frida.nyman@lettermail.example'),
} satisfies Record<string, Person>

/** Puts the customers whom the desk knows from the start into the store, as an import would. */
export async function putCustomers(desk: Desk): Promise<Map<string, CustomerId>> {
  const everybody = [...Object.values<Person>(customers), ...Object.values<Person>(earlierCustomers)]
  const ids = new Map<string, CustomerId>()
  const organizations = new Map<string, string>()
  for (const { name, email, phone, organization, isStranger } of everybody) {
    if (isStranger) continue
    const id = randomUUIDv7()
    ids.set(email, id)
    if (organization !== null && !organizations.has(organization)) {
      const made = randomUUIDv7()
      organizations.set(organization, made)
      await desk.database.query('insert into organization (workspace_id, organization_id, name) values ($1, $2, $3)', [
        desk.workspace,
        made,
        organization,
      ])
    }
    await desk.database.query(
      'insert into customer (workspace_id, customer_id, name, organization_id) values ($1, $2, $3, $4)',
      [desk.workspace, id, name, organization === null ? null : (organizations.get(organization) ?? null)],
    )
    await desk.database.query(
      `insert into customer_address (workspace_id, customer_id, kind, address)
      select $1, $2, kind, address from unnest($3::text[], $4::text[]) as a (kind, address)`,
      [
        desk.workspace,
        id,
        ['email', ...(phone === null ? [] : ['phone'])],
        [storedEmail(email), ...(phone === null ? [] : [storedPhone(phone)])],
      ],
    )
  }
  return ids
}
