/** Processes, input and files of this machine; starts nothing unauthorized. */
package dev.contop.adapters.os;
