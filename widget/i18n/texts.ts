import { messages as composer } from 'parla:messages/composer'
import { messages as controls } from 'parla:messages/controls'
import { messages as home } from 'parla:messages/home'
import { messages as launcher } from 'parla:messages/launcher'
import { messages as notice } from 'parla:messages/notice'
import { messages as state } from 'parla:messages/state'
import { messages as thread } from 'parla:messages/thread'
import { messages as times } from 'parla:messages/times'

/** All a visitor may be told. A build puts each text where its key is written, and leaves next to nothing here. */
export const texts = {
  ...home,
  ...controls,
  ...thread,
  ...composer,
  ...state,
  ...notice,
  ...launcher,
  ...times,
}
export type Texts = typeof texts
