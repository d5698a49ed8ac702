/** A house that breaks every rule somewhere, so that the rules can be seen to notice. */
package dev.contop.planted;
