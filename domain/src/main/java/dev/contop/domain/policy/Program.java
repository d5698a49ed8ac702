package dev.contop.domain.policy;

/** What is known of one program, or of a family of them. */
@FunctionalInterface
interface Program {

  Judgement judge(Call call);
}
