/**
 * What somebody at the computer may see of the sessions and do about them; never what a phone may.
 */
package dev.contop.application.desk;
