/** Memory of the process that is not Java's. */
package dev.contop.os.memory;
