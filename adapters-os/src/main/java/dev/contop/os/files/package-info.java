/** Files and folders that only their owner may see, written whole or not at all. */
package dev.contop.os.files;
