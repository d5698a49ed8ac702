/**
 * The desktop as Java itself sees it, on every system with a full Java runtime: through {@code
 * java.awt.Robot}. Knows nothing of when to look and of how pictures are compared.
 */
@NullMarked
package dev.contop.capture.robot;

import org.jspecify.annotations.NullMarked;
