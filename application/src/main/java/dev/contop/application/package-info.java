/** Use cases and the ports they need; knows no library but the domain. */
package dev.contop.application;
