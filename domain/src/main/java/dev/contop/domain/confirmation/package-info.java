/** Questions to the user and their answers (T52, T53); what is asked about is judged elsewhere. */
package dev.contop.domain.confirmation;
