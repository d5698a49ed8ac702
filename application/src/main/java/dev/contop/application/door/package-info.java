/** What the listeners must find out about who is at the door. */
package dev.contop.application.door;
