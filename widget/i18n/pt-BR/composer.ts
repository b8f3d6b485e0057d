import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/composer.ts'

/** Writing: the opened composer, what becomes of a post, and lists that have nothing to show yet. */
export const messages: Translation<typeof en> = {
  'composer.replyPlaceholder': 'Escreva uma resposta…',
  'composer.replyLabel': 'Sua resposta a {name}',
  'composer.kind': 'Que tipo de mensagem é?',
  'composer.suggested': 'Sugerido',
  'guess.problem':
    'não (funciona|abre|carrega|consigo|responde|aparece|liga)|erro|falha|quebrad[oa]|trava(ndo)?|travou|bug|defeito',
  'guess.idea':
    'gostaria|seria (ótimo|legal|bom|útil|melhor)|poderiam|podiam adicionar|sugiro|proponho|sugestão|que tal',
  'guess.question':
    '(quem|o que|que|quando|onde|por que|qual|quais|como|quant[oa]s?|posso|pode|dá para|tem|existe|é possível|vocês)',
  'guess.praise': 'obrigad[oa]|parabéns|ótimo|excelente|adoro|adorei|maravilhos[oa]|incrível',
  'composer.post': 'Publicar',
  'composer.reply': 'Responder',
  'composer.cancel': 'Cancelar',
  'composer.discard': 'Excluir rascunho',
  'composer.restored': 'Rascunho recuperado',
  'composer.public': 'Todo mundo pode ler isto',
  'composer.left': { one: 'Resta {n} caractere', other: 'Restam {n} caracteres' },
  'composer.privacy': 'Não inclua números de pedido, endereços nem senhas',
  'composer.privacyFound': 'Parece um dado pessoal. Todos veriam.',
  'composer.postAnyway': 'Publicar mesmo assim',
  'similar.found': { one: '{n} conversa parecida', other: '{n} conversas parecidas' },
  'similar.use': 'É isso mesmo',
  'similar.none': 'Nenhuma destas',
  'who.title': 'Como podemos chamar você?',
  'who.name': 'Nome',
  'who.nameHint': 'Aparece ao lado da sua mensagem. Pode ser um apelido.',
  'who.as': 'Publicando como {name}',
  'who.change': 'Mudar',
  'who.forget': 'Esquecer de mim neste dispositivo',
  'who.forgotten': 'Este dispositivo não conhece mais você',
  'empty.title': 'Ninguém escreveu ainda',
  'empty.body': {
    one: '{names} da {brand} lê todas as mensagens.',
    other: '{names} da {brand} leem todas as mensagens.',
  },
  'starter.question': 'Fazer uma pergunta',
  'starter.idea': 'Sugerir uma ideia',
  'starter.problem': 'Relatar um problema',
  'empty.query': 'Nada corresponde a “{query}”',
  'empty.kind': 'Ainda não há nada em “{kind}”',
  'empty.unanswered': 'Todo mundo tem uma resposta',
  'empty.filter': 'Nada corresponde a estes filtros',
  'empty.post': 'Publicar este texto',
  'list.clear': 'Limpar filtros',
  'err.long': { one: 'Reduza sua mensagem em {n} caractere', other: 'Reduza sua mensagem em {n} caracteres' },
}
