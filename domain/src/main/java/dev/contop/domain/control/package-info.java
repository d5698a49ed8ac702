/** Manual control: what a phone asks of pointer and keyboard, and what that means on the screen. */
package dev.contop.domain.control;
