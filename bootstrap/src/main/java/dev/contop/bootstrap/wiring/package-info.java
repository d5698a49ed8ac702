/** Dagger's modules: the only place that knows ports and adapters alike. No conditionals. */
package dev.contop.bootstrap.wiring;
