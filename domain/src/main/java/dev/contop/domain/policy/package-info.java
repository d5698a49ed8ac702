/**
 * What commands do: which only look, which ask before they run, which never run.
 *
 * <p>Knowledge about programs, in tables by family, and the rules by which a whole text is judged.
 * It knows no session and no approval, and permits nothing: verdicts are made elsewhere.
 */
package dev.contop.domain.policy;
