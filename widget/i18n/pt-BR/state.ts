import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/state.ts'

/** What became of a message: on its way, held, refused, deleted, removed. */
export const messages: Translation<typeof en> = {
  'send.pending': 'Enviando…',
  'send.held': 'Aguardando revisão. Só você pode ver.',
  'send.queued': 'Será enviado quando você estiver on-line de novo',
  'send.failed': 'Não enviado. Seu texto está a salvo aqui.',
  'send.edit': 'Editar',
  'send.discard': 'Descartar',
  'thread.deleted': 'Excluído por quem escreveu',
  'thread.removed': 'Removido por {brand}: {reason}',
  'thread.removedPlain': 'Removido por {brand}',
  'action.deleted': 'Mensagem excluída',
  'action.undo': 'Desfazer',
  'err.prefix': 'Erro:',
  'err.empty': 'Escreva uma mensagem',
  'err.name': 'Digite um nome ou apelido',
  'err.nameTaken': 'Esse nome é da equipe {brand}. Escolha outro.',
  'err.nameRefused': 'Esse nome não pode ser usado aqui. Escolha outro.',
  'err.rate': 'Você está publicando muito rápido. Tente de novo em {duration}.',
  'err.kind': 'Esse tipo de mensagem não é aceito aqui. Escolha outro.',
  'err.closed': 'Esta conversa está fechada.',
  'err.banned': 'Você não pode mais escrever aqui.',
  'err.merged': 'Esta conversa foi unida a outra. Edite sua mensagem para enviá-la lá.',
  'err.gone': 'Esta conversa não existe mais',
  'err.reload': 'Esta página está desatualizada. Recarregue-a e envie de novo.',
  'err.elsewhere': 'Ler em uma página à parte',
  'err.network': 'Sem conexão. Tente de novo.',
  'err.server': 'Algo falhou do nosso lado. Tente de novo.',
}
