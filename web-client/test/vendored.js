// The page finds its library beside itself, where the build puts it; the tests find it where npm does.
import { register } from 'node:module';

register('./vendored-hooks.js', import.meta.url);
