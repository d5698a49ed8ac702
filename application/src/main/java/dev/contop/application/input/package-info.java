/** The desktop's pointer and keyboard. */
package dev.contop.application.input;
