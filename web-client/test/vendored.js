// The pages find a library and what they share beside themselves, where the build puts it; the tests find it where npm does, or where it
// was written.
import { register } from 'node:module';

register('./vendored-hooks.js', import.meta.url);
