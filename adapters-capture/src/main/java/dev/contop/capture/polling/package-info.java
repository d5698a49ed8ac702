/**
 * Screens that tell nobody of their changes: they are looked at again and again, and compared. How
 * a picture is come by is not known here.
 */
@NullMarked
package dev.contop.capture.polling;

import org.jspecify.annotations.NullMarked;
