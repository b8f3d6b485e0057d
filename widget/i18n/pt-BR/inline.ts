import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/inline.ts'

/** What the team reads on a brand’s page, and in the window that lets it answer there. */
export const messages: Translation<typeof en> = {
  'in.unanswered': { one: '{n} sem resposta aqui', other: '{n} sem resposta aqui' },
  'in.flagged': { one: '{n} denunciada', other: '{n} denunciadas' },
  'in.left': 'Termina em {duration}',
  'in.over': 'Seu tempo aqui acabou. O que você escreveu está a salvo.',
  'in.renew': 'Renovar',
  'in.inbox': 'Abrir caixa de entrada',
  'in.asVisitor': 'Ver como visitante',
  'in.seeing': 'Os visitantes veem isto. O que você escrever agora será escrito como visitante.',
  'in.waiting': 'Esperando há {duration}',
  'in.looking': { one: '{names} também está vendo isto', other: '{names} também estão vendo isto' },
  'in.began': 'Aqui você responde como {name}',
  'in.title': 'Entre para responder aqui',
  'in.window': 'Continue na janela que se abriu.',
  'in.blocked': 'Nenhuma janela, ou nada acontece?',
  'in.openIt': 'Abrir a página de acesso',
  'in.code': 'Código que ela mostra',
  'in.use': 'Usar o código',
  'in.codeEmpty': 'Digite o código',
  'in.codeWrong': 'Esse código está errado, foi usado ou é antigo demais. Peça outro.',
  'pass.title': 'Responder em {origin}',
  'pass.ask': 'Esta página de {brand} pode escrever como {name} por {duration}?',
  'pass.may':
    'Ela pode responder, adicionar notas, marcar a resposta oficial, mudar o status e ocultar. Nada mais, e em nenhum outro lugar.',
  'pass.allow': 'Permitir',
  'pass.unsure':
    'Seu navegador não diz qual página está pedindo. Continue somente se você mesmo vem de {origin}.',
  'pass.typeIt': 'Digite este código em {origin}',
  'pass.codeWhy': 'Ele vale uma vez, por dois minutos, só nessa página. Não o dê a ninguém.',
  'pass.done': 'Pronto. Você pode fechar esta janela.',
  'pass.foreign': '{origin} não é uma página permitida de {brand}',
  'pass.noRole': 'Sua função lê e não responde',
  'pass.noSite': 'Você não está na equipe deste site',
  'pass.lost': 'Comece na página em que quer responder',
}
