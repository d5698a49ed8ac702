/** Configuration: read once, checked once, and then a value. */
package dev.contop.bootstrap.config;
