/** Looks whether files are there, for the command policy; reads nothing that is in them. */
package dev.contop.os.look;
