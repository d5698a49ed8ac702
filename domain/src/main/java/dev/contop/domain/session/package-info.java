/** Sessions: the pure machine that turns what happens into what the host does about it. */
package dev.contop.domain.session;
